using System.Text.RegularExpressions;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>Finds a post's header image in its front matter.</summary>
internal static partial class Cover
{
    // In order of preference; Entry.Name's spelling: headerimg is also header-img and headerImg.
    private static readonly string[] Names =
    [
        "headimg", "thumbnail", "cover", "image", "topimg", "banner", "bannerimg", "indeximg", "headerimg", "coverimage",
        "featuredimage", "img", "feature", "heroimage", "featureimage", "images", "photos", "teaser", "ogimage", "header",
    ];

    // Within a mapping: cover: {image: …} (Hugo), image: {path: …} (jekyll-seo-tag), image: {feature: …}.
    private static readonly string[] Inner = ["image", "url", "src", "path", "feature", "teaser", "overlayimage", "thumbnail", "og"];

    /// <summary>
    /// The first value that is a URL or path, in the order headimg, thumbnail, cover, image, top_img, banner, banner_img, index_img,
    /// header-img, cover_image, featured_image, img, feature, heroImage, then feature_image, images, photos, teaser, og_image, header;
    /// a list gives its first, a mapping its image, url, src or path. A value that is none (<c>false</c>, a colour, prose) is noted.
    /// </summary>
    public static string? Find(PostFields fields)
    {
        foreach (var name in Names)
        {
            if (fields.Find(name) is not { } entry) continue;
            if (UrlIn(entry.Value) is { } url)
            {
                if (entry.Value is Value.List { Items.Count: > 1 } several) fields.Notes.Add(several.At.Says($"Of '{entry.Key}' the first picture is the post's header; put the others into its text."));
                return url;
            }

            fields.Ignore(entry, "is no URL or path of an image");
        }

        return null;
    }

    private static string? UrlIn(Value value) => value switch
    {
        Value.Scalar scalar => PlainLine.Of(scalar.Text) is var text && IsUrl(text) ? text : null,
        Value.List list => list.Items.Where(item => item is not Value.List).Select(UrlIn).FirstOrDefault(url => url is not null),
        Value.Map map => Inner.Select(map.Find).OfType<Value.Scalar>().Select(UrlIn).FirstOrDefault(url => url is not null),
        _ => null,
    };

    // A template's leftover ({{ … }}, <%= … %>) and a path on somebody's disk are no URLs.
    private static bool IsUrl(string text) =>
        !text.Contains("{{", StringComparison.Ordinal) && !text.Contains('<', StringComparison.Ordinal)
        && !text.Contains("{%", StringComparison.Ordinal) && (Absolute().IsMatch(text) || PathLike().IsMatch(text));

    // 'https//host' and 'https:/host' are misspellings that are repaired later.
    [GeneratedRegex(@"\A(?:https?:?/{1,2}[^\s/]|//[^\s/]+\.|data:image/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Absolute();

    // A file with an image's extension may have blanks in its name; without one it is a path only where a slash says so.
    [GeneratedRegex(
        @"\A(?!#|[a-z][\w+.-]*:|rgba?\(|hsla?\(|\w+-gradient\()(?:[^\\]+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|ico|tiff?|jfif|heic)(?:[?#!]\S*)?|[^\s\\]*/[^\s\\]*|[^\s\\]+\.[a-z]{2,5})\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PathLike();
}
