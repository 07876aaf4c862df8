using System.Globalization;
using System.Net;
using System.Text;
using Blobpress.Site.Images;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html.Themes;

/// <summary>The header image of a card or post as <c>&lt;picture&gt;</c>.</summary>
internal static class CardPicture
{
    /// <summary>The picture, without layout shift and without a name of its own: the title beside it says what it stands for.</summary>
    /// <param name="image">The image; the last format among its variants is the fallback.</param>
    /// <param name="sizes">The CSS <c>sizes</c>.</param>
    /// <param name="eager">True for the picture that is seen first.</param>
    public static Markup Render(EncodedImage image, string sizes, bool eager)
    {
        var formats = image.Variants.GroupBy(variant => variant.Format).ToList();
        var html = new StringBuilder("<picture>");
        foreach (var format in formats.SkipLast(1))
            html.Append(CultureInfo.InvariantCulture, $"<source type=\"{Type(format.Key)}\"{SourceSet(image, format, sizes)}>");
        html.Append(Fallback(image, [.. formats[^1]], sizes, eager));
        return new(html.Append("</picture>").ToString());
    }

    private static string Fallback(EncodedImage image, IReadOnlyList<Variant> variants, string sizes, bool eager)
    {
        var loading = eager ? " fetchpriority=\"high\"" : " loading=\"lazy\"";
        var color = image.Color is null ? "" : $" style=\"background-color:{image.Color}\"";
        var set = variants.Count > 1 ? SourceSet(image, variants, sizes) : "";
        return $"<img src=\"{SitePaths.Variant(image.Hash, variants[^1]).Url}\"{set} width=\"{image.Width}\" height=\"{image.Height}\""
            + $" alt=\"\"{loading} decoding=\"async\"{color}>";
    }

    private static string SourceSet(EncodedImage image, IEnumerable<Variant> variants, string sizes) =>
        $" srcset=\"{string.Join(", ", variants.Select(variant => $"{SitePaths.Variant(image.Hash, variant).Url} {variant.Width}w"))}\""
        + $" sizes=\"{WebUtility.HtmlEncode(sizes)}\"";

    private static string Type(ImageFormat format) => format switch
    {
        ImageFormat.Svg => "image/svg+xml",
        _ => $"image/{format.ToString().ToLowerInvariant()}",
    };
}
