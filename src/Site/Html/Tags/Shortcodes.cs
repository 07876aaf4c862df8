namespace Blobpress.Site.Html.Tags;

/// <summary>What Hugo's own shortcodes mean, and those that its themes brought, where they enclose nothing; Hexo and Jekyll share some.</summary>
internal static class Shortcodes
{
    /// <summary>The HTML that stands for a tag; null where it is none of these.</summary>
    public static string? Of(string name, TagArguments arguments)
    {
        var id = arguments["id"] ?? arguments.First;
        return name.ToLowerInvariant() switch
        {
            "figure" => Figure(arguments),
            "youtube" => Video(id, "https://www.youtube.com/embed/"),
            "vimeo" => Video(id, "https://player.vimeo.com/video/"),
            "bilibili" => Video(arguments["bvid"] ?? id, "https://player.bilibili.com/player.html?bvid="),
            "gist" => Gist(arguments),
            "jsfiddle" when id is not null => TagHtml.Link($"https://jsfiddle.net/{id.Trim('/')}/", null),
            "codepen" when id is not null => TagHtml.Link(id.Contains('/') ? id : $"https://codepen.io/pen/{id}", null),
            "instagram" or "instagram_simple" when id is not null => TagHtml.Link($"https://www.instagram.com/p/{id}/", null),
            "x" or "tweet" or "twitter" or "x_simple" or "twitter_simple" when id is not null => TagHtml.Link($"https://x.com/{arguments["user"] ?? "i"}/status/{id}", null),
            "slideshare" when id is not null => TagHtml.Link($"https://www.slideshare.net/slideshow/embed_code/key/{id}", null),
            "gslides" or "speakerdeck" when (arguments["src"] ?? id) is { } slides => TagHtml.Link(slides.Contains('/') ? slides : $"https://docs.google.com/presentation/d/{slides}/", null),
            "qr" when (arguments["text"] ?? arguments.First) is { } text => text.StartsWith("http", StringComparison.Ordinal) ? TagHtml.Link(text, null) : HtmlText.Escape(text),
            "iframe" when (arguments["src"] ?? arguments.First) is { } page => TagHtml.Frame(page),
            "alert" or "callout" or "notice" or "admonition" when (arguments["text"] ?? (Box.Kind(arguments.First) is null ? arguments.First : arguments.Words.ElementAtOrDefault(1))) is { } text =>
                $"{Box.Open(Box.Kind(arguments["type"] ?? arguments.First) ?? "note", arguments["title"])}<p>{HtmlText.Escape(text)}</p></div>",
            "button" when (arguments["href"] ?? arguments["url"] ?? arguments["link"]) is { } href => TagHtml.Link(href, arguments["text"] ?? arguments["label"]),
            "toc" or "br" or "clear" or "more" or "endtab" => "",
            _ => null,
        };
    }

    private static string? Video(string? id, string player) => TagHtml.IsId(id) ? TagHtml.Frame(player + id) : null;

    // {% gist id [file] %}, {% gist user/id %}, {{< gist user id [file] >}}
    private static string? Gist(TagArguments arguments) => arguments.Words switch
    {
        [var id] => TagHtml.Link($"https://gist.github.com/{id}", null),
        [var user, var id, ..] when TagHtml.IsId(user) && TagHtml.IsId(id) && !id.Contains('.') => TagHtml.Link($"https://gist.github.com/{user}/{id}", null),
        [var id, var file, ..] => TagHtml.Link($"https://gist.github.com/{id}", file),
        _ => null,
    };

    /// <summary>A picture with all that Hugo's <c>figure</c> may say of it.</summary>
    public static string? Figure(TagArguments arguments)
    {
        if ((arguments["src"] ?? arguments.First) is not { } src)
            return null;
        var (title, caption) = (arguments["title"], arguments["caption"] ?? arguments["cap"]);
        var image = TagHtml.Image(src, arguments["alt"] ?? caption ?? title, null, arguments["width"], arguments["height"]);
        var linked = arguments["link"] is { } link ? $"<a{TagHtml.Attribute("href", link)}>{image}</a>" : image;
        var author = arguments["attr"] is not { } attr ? "" : arguments["attrlink"] is { } to ? TagHtml.Link(to, attr) : HtmlText.Escape(attr);
        string[] words = [title is null ? "" : caption is null ? HtmlText.Escape(title) : $"<strong>{HtmlText.Escape(title)}</strong>", HtmlText.Escape(caption ?? ""), author];
        var text = string.Join(' ', words.Where(word => word.Length > 0));
        return $"<figure>{linked}{(text.Length == 0 ? "" : $"<figcaption>{text}</figcaption>")}</figure>";
    }
}
