using System.Text;
using Blobpress.Site.Posts;
using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls.Generators;

/// <summary>Places where no generator has a say: names are letters and digits in lower case with hyphens between them.</summary>
internal sealed class PlainUrls : UrlRules
{
    public static PlainUrls Rules { get; } = new();

    public override bool IsFolder(string url) => true;

    public override UrlDraft Made(Post post, PostFile file, SiteSettings settings)
    {
        if (post.IsPage) return new(string.Join('/', FileNames.Segments(file.BundlePath).Select(Signed)) + "/");
        return Fill(JekyllPattern.OfStyle(settings.Urls.Pattern ?? ":title/"), name => Value(name, post, file, settings));
    }

    public override UrlDraft Own(string permalink, Post post, PostFile file, SiteSettings settings) =>
        Fill(permalink, name => Value(name, post, file, settings) is { } value ? string.Join('/', value.Split('/').Select(Uri.EscapeDataString)) : ":" + name);

    public override string? UnknownName(string pattern, UrlSettings settings)
    {
        var post = new Post { Name = "", Title = "", Date = DateTimeOffset.UnixEpoch, Body = new("", BodyFormat.Markdown, 1) };
        var file = PlainFile.Of("x.md");
        return Parts(JekyllPattern.OfStyle(pattern)).Where(part => part.IsName && Value(part.Text, post, file, new()) is null).Select(part => part.Text).FirstOrDefault();
    }

    private static string? Value(string name, Post post, PostFile file, SiteSettings settings) => name switch
    {
        "title" or "slug" or "slugorfilename" or "slugorcontentbasename" => Title(post, file),
        "name" or "filename" or "contentbasename" => Signed(file.Title),
        "post_title" => Slug.Of(post.Title),
        "category" => Category(post) is { Length: > 0 } path ? path : Slug.Of(settings.Urls.DefaultCategory),
        "categories" or "slugified_categories" => Category(post),
        "abbrlink" => post.Abbrlink is { } link && Slug.HasWords(link) ? Slug.Of(link) : Slug.Hash(post.Name),
        "id" or "hash" => Slug.Hash(post.Name),
        "lang" => Slug.Of(post.Language ?? settings.Language),
        "output_ext" => ".html",
        "path" or "sections" or "section" => Sections(name, file),
        "yearday" => Moment.Part("y_day", post.UrlDate),
        _ => Moment.Part(name, post.UrlDate),
    };

    // Titles change and URLs should not: a title names the URL only where nothing else can.
    private static string Title(Post post, PostFile file) =>
        post.Slug is { } slug && Slug.HasWords(slug) ? Signed(slug) : Signed(Slug.HasWords(file.Title) ? file.Title : post.Title);

    private static string Sections(string name, PostFile file)
    {
        var segments = FileNames.Segments(file.BundlePath).Select(Signed).ToList();
        return string.Join('/', name switch { "path" => segments, "section" => segments.SkipLast(1).Take(1), _ => segments.SkipLast(1) });
    }

    private static string Category(Post post) => post.Categories.Count == 0 ? "" : string.Join('/', post.Categories[0].Select(Slug.Of));

    // C++ and C# are names of their own: signs that end a word after a letter are spelt out.
    private static string Signed(string text)
    {
        var spelt = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var run = text[at] is '+' or '#' && at > 0 && char.IsLetter(text[at - 1]) ? text.AsSpan(at).IndexOfAnyExcept('+', '#') : 0;
            var end = run < 0 ? text.Length : at + run;
            if (end == at || (end < text.Length && char.IsLetterOrDigit(text[end])))
            {
                spelt.Append(text[at]);
                continue;
            }

            foreach (var sign in text.AsSpan(at, end - at)) spelt.Append(sign == '+' ? "plus" : "sharp");
            at = end - 1;
        }

        return Slug.Of(spelt.ToString());
    }
}
