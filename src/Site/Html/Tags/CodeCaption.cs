namespace Blobpress.Site.Html.Tags;

/// <summary>What a tag says of the code that it encloses.</summary>
internal static class CodeCaption
{
    /// <summary>The language of the code, or nothing.</summary>
    public static string Language(TemplateTag tag, TagArguments arguments) =>
        arguments.Words.FirstOrDefault(word => word.StartsWith("lang:", StringComparison.Ordinal))?[5..]
        ?? arguments["lang"] ?? (tag.Name == "highlight" || tag.Kind == TagKind.Shortcode ? arguments.First : null) ?? "";

    /// <summary><c>{% codeblock [title] [lang:language] [url] [link text] %}</c>: title and link as a paragraph, or nothing.</summary>
    public static string Of(TemplateTag tag, TagArguments arguments)
    {
        if (tag.Name == "highlight" || tag.Kind == TagKind.Shortcode)
            return arguments["title"] is { } named ? TagHtml.Strong(named) : "";
        List<string> words = [.. arguments.Words.Where(word => !IsOption(word))];
        var url = words.FindIndex(word => word.Contains("://", StringComparison.Ordinal) || word.StartsWith('/'));
        var title = HtmlText.Escape(string.Join(' ', url < 0 ? words : words.Take(url)));
        var link = url < 0 ? "" : TagHtml.Link(words[url], url + 1 < words.Count ? string.Join(' ', words.Skip(url + 1)) : "link");
        return title.Length + link.Length == 0 ? "" : $"<p>{title}{(title.Length > 0 && link.Length > 0 ? " " : "")}{link}</p>\n";
    }

    private static bool IsOption(string word) => word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && word[..colon] is "lang" or "line_number" or "highlight" or "first_line" or "mark" or "wrap";
}
