namespace Blobpress.Site.Html.Tags;

/// <summary>What the tags of Hexo, Jekyll and Hugo mean that stand alone, as HTML.</summary>
/// <param name="stem">The post's file name without extension: Hexo keeps a post's own files in a folder of that name.</param>
internal sealed class TagMeaning(string stem)
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
        "post_link" => First(arguments, slug => TagHtml.Link(PostTarget.Of(slug), Rest(arguments, 1) is { } title ? Title(title) : slug)),
        "post_path" or "post_url" => First(arguments, PostTarget.Of),
        "ref" or "relref" => First(arguments, PostTarget.Of) ?? (arguments["path"] is { } path ? PostTarget.Of(path) : null),
        "link" when arguments.Words is [var text, var url, ..] && !text.Contains(',') => TagHtml.Link(url, text),
        "link" when arguments.Words is [var path] && path.StartsWith('_') => PostTarget.Of(path),
        "link" when arguments.Words is [var path] && !path.Contains(',') => path,
        _ => null,
    };

    private static string? First(TagArguments arguments, Func<string, string> render) => arguments.Words is [var first, ..] ? render(first) : null;

    private static string? Rest(TagArguments arguments, int from) => arguments.Words.Count > from ? string.Join(' ', arguments.Words.Skip(from)) : null;

    // A last word says whether the title is escaped.
    private static string Title(string rest) => rest.EndsWith(" true", StringComparison.Ordinal) ? rest[..^5] : rest.EndsWith(" false", StringComparison.Ordinal) ? rest[..^6] : rest;

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
