using Blobpress.Site.Images;
using Blobpress.Site.Links;
using Blobpress.Site.Posts.Files;

namespace Blobpress.Site.Html.Tags;

/// <summary>What the tags of Hexo, Jekyll and Hugo mean that stand alone, as HTML.</summary>
/// <param name="stem">The post's file name without extension: Hexo keeps a post's own files in a folder of that name.</param>
/// <param name="target">Where the address of a <see cref="PostTarget"/> leads; null where that is not known.</param>
internal sealed class TagMeaning(string stem, Func<string, LinkTarget?> target)
{
    /// <summary>The HTML or text that stands for a tag; null where its meaning is not known.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="text">The arguments as they are written.</param>
    public string? Of(string name, TagArguments arguments, string text) => Own(name, arguments) ?? Shortcodes.Of(name, arguments) ?? ThemeTags.Of(name, text);

    private string? Own(string name, TagArguments arguments) => name switch
    {
        "asset_img" or "asset_image" => Image(arguments, File),
        "img" when arguments["src"] is not null => Shortcodes.Figure(arguments),
        "img" => Image(arguments, path => path),
        "asset_path" => First(arguments, File),
        "asset_link" => First(arguments, file => TagHtml.Link(File(file), Rest(arguments, 1) ?? file)),
        "include_code" => arguments.Words.Count > 0 ? Code(arguments.Words) : null,
        "post_link" => First(arguments, slug => Post(PostTarget.Of(slug), slug, arguments.Words)),
        "post_path" or "post_url" => First(arguments, PostTarget.Of),
        "ref" or "relref" => First(arguments, PostTarget.Ref) ?? (arguments["path"] is { } path ? PostTarget.Ref(path) : null),
        "link" when arguments.Words is [var text, var url, ..] && !text.Contains(',') => TagHtml.Link(url, text),
        "link" when arguments.Words is [var path] && !path.Contains(',') => FileNames.WithoutExtension(path) != path ? PostTarget.Of(path) : FromTop(path),
        _ => null,
    };

    private static string? First(TagArguments arguments, Func<string, string> render) => arguments.Words is [var first, ..] ? render(first) : null;

    private static string? Rest(TagArguments arguments, int from) => arguments.Words.Count > from ? string.Join(' ', arguments.Words.Skip(from)) : null;

    // {% post_link slug [title] [escape] %}: a last word says whether the title is escaped, which it is here in any case.
    private string Post(string address, string slug, IReadOnlyList<string> words)
    {
        var title = string.Join(' ', words.Skip(1).SkipLast(words[^1] is "true" or "false" ? 1 : 0));
        return TagHtml.PlainLink(address, title.Length > 0 ? title : target(address)?.Title ?? slug);
    }

    // Jekyll's paths count from the top.
    private static string FromTop(string path) => RawUrl.HasScheme(path) || path[0] is '#' or '/' ? path : "/" + path;

    private string File(string file)
    {
        var path = stem is "index" or "" ? file : $"{stem}/{file}";
        return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    // Classes come before the file, width and height after it, then the title and the alternative text.
    private static string? Image(TagArguments arguments, Func<string, string> place)
    {
        var words = arguments.Words.SkipWhile(w => !Path.HasExtension(w) && !w.Contains('/')).ToList();
        if (words.Count == 0)
            return null;
        var sizes = words.Skip(1).TakeWhile(w => w.All(char.IsAsciiDigit)).Take(2).ToList();
        var texts = words.Skip(1 + sizes.Count).ToList();
        return TagHtml.Image(
            place(words[0]), texts.ElementAtOrDefault(1) ?? texts.ElementAtOrDefault(0), texts.ElementAtOrDefault(0), sizes.ElementAtOrDefault(0), sizes.ElementAtOrDefault(1));
    }

    // {% include_code [title] [lang:language] path %}: Hexo keeps such files in downloads/code.
    private static string Code(IReadOnlyList<string> words)
    {
        var title = string.Join(' ', words.SkipLast(1).Where(w => !w.Contains(':')));
        return TagHtml.Link("/downloads/code/" + words[^1].TrimStart('/'), title.Length > 0 ? title : words[^1]);
    }
}
