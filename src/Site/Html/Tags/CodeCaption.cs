namespace Blobpress.Site.Html.Tags;

/// <summary>What a tag says of the code that it encloses.</summary>
internal static class CodeCaption
{
    /// <summary>The language of the code, or nothing.</summary>
    public static string Language(TemplateTag tag, TagArguments arguments) =>
        arguments.Words.FirstOrDefault(word => word.StartsWith("lang:", StringComparison.Ordinal))?[5..]
        ?? arguments["lang"] ?? (tag.Name == "highlight" || tag.Kind == TagKind.Shortcode ? arguments.First : null) ?? "";

    /// <summary>
    /// What a tag says, as it would stand beside a fence: <c>{% codeblock [title] [lang:language] [url] [link text] [mark:lines] %}</c> of Hexo,
    /// <c>{% highlight ruby linenos mark_lines="1 2" %}</c> of Jekyll, <c>{{&lt; highlight go "linenos=table,hl_lines=8 15-17" >}}</c> of Hugo.
    /// </summary>
    public static string Info(TemplateTag tag, TagArguments arguments)
    {
        var language = Language(tag, arguments);
        if (tag.Name == "highlight" || tag.Kind == TagKind.Shortcode)
            return $"{language} {Plain(tag.Arguments[Math.Min(tag.Arguments.Length, tag.Arguments.IndexOf(language, StringComparison.Ordinal) + language.Length)..])}";
        List<string> words = [.. arguments.Words.Where(word => !IsOption(word))];
        var url = words.FindIndex(word => word.Contains("://", StringComparison.Ordinal) || word.StartsWith('/'));
        var title = string.Join(' ', url < 0 ? words : words.Take(url));
        var options = string.Join(' ', arguments.Words.Where(IsOption));
        var link = url < 0 ? "" : $"url=\"{Value(words[url])}\" link=\"{Value(url + 1 < words.Count ? string.Join(' ', words.Skip(url + 1)) : "link")}\"";
        return $"{language} {(title.Length > 0 ? $"title=\"{Value(title)}\" " : "")}{link} {options}";
    }

    private static string Value(string text) => text.Replace('"', '\'');

    // Hugo's options are one text in quotes, parted by commas; lists of lines are parted by blanks.
    private static string Plain(string options) => options.Contains("=\"", StringComparison.Ordinal) ? options
        : string.Join(' ', options.Split(',', StringSplitOptions.TrimEntries).Select(option => option.Trim('"', ' ')).Select(option =>
            option.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && option.AsSpan(at).Contains(' ') ? $"{option[..(at + 1)]}\"{option[(at + 1)..]}\"" : option));

    private static bool IsOption(string word) => word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && word[..colon] is "lang" or "line_number" or "highlight" or "first_line" or "mark" or "wrap";
}
