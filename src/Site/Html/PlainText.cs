namespace Blobpress.Site.Html;

/// <summary>Text as readers see it.</summary>
internal static class PlainText
{
    /// <summary>Trimmed, and each stretch of white space a single blank.</summary>
    public static string Of(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
