namespace Blobpress.Site.Html;

/// <summary>An image that stands alone between paragraphs.</summary>
internal static class FigureHtml
{
    /// <param name="picture">The image's HTML.</param>
    /// <param name="caption">Plain text, or null for none.</param>
    /// <param name="link">Where a click leads, already sanitized; or null.</param>
    public static string Render(string picture, string? caption, string? link)
    {
        var rel = link is not null && link.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? " rel=\"noopener\"" : "";
        var linked = link is null ? picture : $"<a href=\"{HtmlText.Escape(link)}\"{rel}>{picture}</a>";
        var words = caption is null ? "" : $"<figcaption>{HtmlText.Escape(caption)}</figcaption>";
        return $"<figure>{linked}{words}</figure>";
    }
}
