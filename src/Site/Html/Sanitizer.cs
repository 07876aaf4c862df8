using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Blobpress.Site.Html;

/// <summary>The gate that everything in a post passes: only what <see cref="AllowedHtml"/> names comes through.</summary>
/// <remarks>Later steps put in elements and addresses of their own making only.</remarks>
internal static class Sanitizer
{
    // A picture is set anew around its image, so one that is left by now shows nothing.
    private static readonly HtmlSanitizer Gate = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(AllowedHtml.Elements.Where(e => e != "picture"), StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(AllowedHtml.Attributes, StringComparer.OrdinalIgnoreCase),
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "cite" },
    });

    /// <summary>Takes everything out of the document's body that may not be on a page; safe to call from several threads.</summary>
    public static void Clean(IHtmlDocument document) => Gate.SanitizeDom(document, document.Body);
}
