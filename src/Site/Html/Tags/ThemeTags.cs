namespace Blobpress.Site.Html.Tags;

/// <summary>What the tags of Hexo's themes (NexT, Butterfly, Volantis and their kin) mean that enclose nothing.</summary>
internal static class ThemeTags
{
    /// <summary>The HTML that stands for a tag; null where it is none of these.</summary>
    public static string? Of(string name, string text)
    {
        var parts = new TagParts(text);
        switch (name.ToLowerInvariant())
        {
            case "btn" or "button":
                return Button(parts);
            case "cell" or "ghcard" or "site":
                return TagParts.IsAddress(parts[1]) ? TagHtml.Link(parts[1], parts[0]) : TagHtml.Link(parts[0], parts[1]);
            case "link" when parts.Count > 1:
                return TagHtml.Link(parts[1], parts[0]);
            case "label":
                return $"<mark>{HtmlText.Escape(Label(text, parts))}</mark>";
            case "hideinline":
                return HtmlText.Escape($"{(parts[1].Length > 0 ? parts[1] + ": " : "")}{parts[0]}");
            case "span" or "p":
                return HtmlText.Escape(parts.Count > 1 ? parts.From(1) : parts[0]);
            case "u" or "emp" or "wavy" or "psw" or "del" or "kbd" or "sub" or "sup" or "color" or "text":
                return Wrapped(name, parts);
            case "checkbox":
                return $"<input type=\"checkbox\"{(Styles(parts).Contains("checked", StringComparison.Ordinal) ? " checked" : "")}> {HtmlText.Escape(Text(parts))}";
            case "radio":
                return $"{(Styles(parts).Contains("checked", StringComparison.Ordinal) ? "◉" : "○")} {HtmlText.Escape(Text(parts))}";
            case "note" or "noteblock" or "tip" or "spoiler":
                return parts.Count > 1 ? $"{Box.Open(Box.Kind(parts[0].Split(' ')[0]) ?? "note", null)}<p>{HtmlText.Escape(parts.From(1))}</p></div>" : HtmlText.Escape(parts[0]);
            case "gallerygroup":
                return Gallery(text);
            case "audio" or "video" or "media" or "dplayer" or "aplayer":
                return Player(name, TagArguments.Parse(text));
            case "pdf":
                return TagHtml.Link(parts[0].Split(' ')[0], null);
            case "inlineimage" or "inlineimg" or "image":
                return TagHtml.Image(parts[0].Split(' ')[0], parts.Count > 1 && !parts[1].Contains('=', StringComparison.Ordinal) ? parts[1] : null);
            default:
                return null;
        }
    }

    // Butterfly and NexT: address, text; Volantis: style, text, address.
    private static string Button(TagParts parts)
    {
        var address = Enumerable.Range(0, Math.Min(parts.Count, 4)).FirstOrDefault(at => TagParts.IsAddress(parts[at]), 0);
        return TagHtml.Link(parts[address], address == 0 || parts.Count == 2 ? parts[address == 0 ? 1 : 0] : parts[address - 1]);
    }

    // "primary@text", "text color", "color, text".
    private static string Label(string text, TagParts parts)
    {
        if (text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && TagParts.IsStyle(text[..at].Trim()))
            return text[(at + 1)..].Trim();
        if (parts.Count > 1 && TagParts.IsStyle(parts[0]))
            return parts.From(1);
        var words = text.Trim().Split(' ');
        return words.Length > 1 && TagParts.IsStyle(words[^1]) ? string.Join(' ', words[..^1]) : text.Trim();
    }

    private static string Wrapped(string name, TagParts parts)
    {
        var text = HtmlText.Escape(name is "color" or "text" && parts.Count > 1 ? parts.From(1) : parts.From(0));
        return name switch
        {
            "u" or "del" or "kbd" or "sub" or "sup" => $"<{name}>{text}</{name}>",
            "emp" or "wavy" => $"<em>{text}</em>",
            _ => text,
        };
    }

    private static string Styles(TagParts parts) => parts.Count > 1 ? parts[0] : "";

    private static string Text(TagParts parts) => parts.Count > 1 ? parts.From(1) : parts[0];

    // {% galleryGroup name description link image %}, the texts in quotes.
    private static string? Gallery(string text) => TagArguments.Parse(text).Words is [var name, var description, var link, var image, ..]
        ? $"<figure><a{TagHtml.Attribute("href", link)}>{TagHtml.Image(image, name)}</a><figcaption>{HtmlText.Escape($"{name} {description}")}</figcaption></figure>"
        : null;

    private static string? Player(string name, TagArguments arguments)
    {
        var address = (arguments["url"] ?? arguments["src"] ?? arguments.Words.FirstOrDefault(word => word.Contains('/') || word.Contains('.')))?.Trim(',');
        if (address is null)
            return null;
        var element = name is "audio" or "aplayer" ? "audio" : "video";
        return $"<{element}{TagHtml.Attribute("src", address)}></{element}>";
    }
}
