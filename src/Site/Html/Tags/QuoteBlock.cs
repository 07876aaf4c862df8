namespace Blobpress.Site.Html.Tags;

/// <summary>Template tags that set a passage apart: Hexo's quotes and the notes that its themes brought.</summary>
internal static class QuoteBlock
{
    /// <summary>The HTML that begins the passage; null where the tag is none of these.</summary>
    public static string? Open(string name, TagArguments arguments) => name switch
    {
        "blockquote" or "quote" or "pullquote" or "centerquote" => "<blockquote>",
        "note" => $"<div class=\"markdown-alert markdown-alert-{Kind(arguments)}\">",
        _ => null,
    };

    /// <summary>True for the name of such a tag.</summary>
    public static bool IsName(string? name) => name is "note" or "blockquote" or "quote" or "pullquote" or "centerquote";

    /// <summary>The HTML that ends it.</summary>
    public static string Close(string name, TagArguments arguments)
    {
        if (name == "note")
            return "</div>";
        var author = name == "blockquote" ? string.Join(' ', arguments.Words).Trim() : "";
        return author.Length == 0 ? "</blockquote>" : $"<p>— <cite>{HtmlText.Escape(author)}</cite></p>\n</blockquote>";
    }

    private static string Kind(TagArguments arguments) => arguments.First?.ToLowerInvariant() switch
    {
        "warning" or "warn" => "warning",
        "danger" or "error" => "caution",
        "success" or "tip" => "tip",
        "important" => "important",
        _ => "note",
    };
}
