namespace Blobpress.Site.Html.Tags;

/// <summary>Tags that set a passage apart: the HTML before it and behind it.</summary>
internal static class Passages
{
    /// <summary>What encloses the passage; null where the tag is none of these.</summary>
    public static (string Open, string Close)? Of(string name, TagArguments arguments, string text)
    {
        var parts = new TagParts(text);
        switch (name.ToLowerInvariant())
        {
            case "blockquote" or "quote":
                return ("<blockquote>", Source(arguments, text) + "</blockquote>");
            case "pullquote" or "centerquote" or "quot":
                return ("<blockquote>", "</blockquote>");
            case "hidetoggle" or "hideblock" or "fold" or "folding" or "spoiler" or "details" or "collapse" or "expand" or "detail" or "toggle" or "collapsible":
                return Details(arguments, name.StartsWith("hide", StringComparison.OrdinalIgnoreCase) ? parts[0] : name == "folding" && parts.Count > 1 ? parts.From(1) : Title(arguments, 0));
            case "note" or "noteblock" or "subnote":
                return Note(arguments, parts, text);
            case "notice" or "admonition" or "alert" or "callout" or "hint" or "message" or "box":
                return Admonition(arguments);
            case "tabs" or "timeline" or "gallery":
                return (name == "timeline" ? TagHtml.Strong(parts[0]) : "", "");
            case "tab" or "timenode" or "step":
                return (TagHtml.Strong(arguments["name"] ?? arguments["title"] ?? text.Trim('"', ' ')), "");
            case "center" or "align":
                return ("<div align=\"center\">", "</div>");
            default:
                return Box.Kind(name) is { } kind ? Alert(kind, arguments["title"] ?? (arguments.Words.Count > 0 ? string.Join(' ', arguments.Words) : null)) : null;
        }
    }

    private static (string, string) Alert(string kind, string? title) => (Box.Open(kind, title), "</div>");

    private static (string, string) Details(TagArguments arguments, string? title) =>
        ($"<details><summary>{HtmlText.Escape(arguments["summary"] ?? arguments["title"] ?? (string.IsNullOrWhiteSpace(title) ? "…" : title))}</summary>", "</details>");

    private static string? Title(TagArguments arguments, int from) => arguments.Words.Count > from ? string.Join(' ', arguments.Words.Skip(from)) : null;

    // {% note [class] [no-icon] [summary] %}, {% note color icon style %}, {% noteblock color, title %}.
    private static (string, string) Note(TagArguments arguments, TagParts parts, string text)
    {
        if (text.Contains(',', StringComparison.Ordinal))
            return Alert(Box.Kind(parts[0].Split(' ')[0]) ?? "note", parts.From(1));
        var words = arguments.Words;
        var styles = words.TakeWhile(word => IsStyle(word)).Count();
        var kind = words.Take(styles).Select(word => Box.Kind(word)).FirstOrDefault(found => found is not null) ?? "note";
        return Alert(kind, Title(arguments, styles));
    }

    private static bool IsStyle(string word) =>
        Box.Kind(word) is not null || TagParts.IsStyle(word) || word is "no-icon" or "no_icon" or "icon" or "simple" or "modern" or "flat" or "disabled"
        || word.StartsWith("fa", StringComparison.Ordinal) || (word.StartsWith('\'') && word.Contains("fa", StringComparison.Ordinal));

    private static (string, string) Admonition(TagArguments arguments)
    {
        var type = arguments["type"] ?? arguments["level"] ?? arguments["color"] ?? arguments["style"];
        var named = type is not null || Box.Kind(arguments.First) is null ? 0 : 1;
        var kind = Box.Kind(type ?? arguments.First) ?? "note";
        return Alert(kind, arguments["title"] ?? arguments["heading"] ?? Title(arguments, named));
    }

    // {% blockquote [author[, source]] [link] [source_link_title] %}
    private static string Source(TagArguments arguments, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        List<string> words = [.. arguments.Words];
        var link = words.FindIndex(word => word.StartsWith("http://", StringComparison.Ordinal) || word.StartsWith("https://", StringComparison.Ordinal));
        var who = string.Join(' ', link < 0 ? words : words.Take(link));
        var parts = who.Split(',', 2, StringSplitOptions.TrimEntries);
        var title = link < 0 ? "" : string.Join(' ', words.Skip(link + 1));
        var source = link < 0 ? HtmlText.Escape(parts.Length > 1 ? parts[1] : "") : TagHtml.Link(words[link], title.Length > 0 ? title : parts.Length > 1 ? parts[1] : words[link]);
        return $"<p>— <cite>{HtmlText.Escape(parts[0])}</cite>{(source.Length > 0 && parts[0].Length > 0 ? ", " : "")}{source}</p>\n";
    }
}
