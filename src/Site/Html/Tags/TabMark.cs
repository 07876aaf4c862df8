namespace Blobpress.Site.Html.Tags;

/// <summary>Comments that divide the content of tabs and time lines: <c>&lt;!-- tab Caption --></c>.</summary>
internal static class TabMark
{
    /// <summary>The caption of what begins, empty where something ends; null where the line is no such comment.</summary>
    public static string? Of(string line)
    {
        var text = line.AsSpan().Trim();
        if (!text.StartsWith("<!--", StringComparison.Ordinal) || !text.EndsWith("-->", StringComparison.Ordinal) || text.Length < 7)
            return null;
        var inner = text[4..^3].Trim();
        if (inner.SequenceEqual("endtab") || inner.SequenceEqual("endtimeline"))
            return "";
        foreach (var name in (ReadOnlySpan<string>)["tab", "timeline"])
        {
            if (inner.StartsWith(name, StringComparison.Ordinal) && (inner.Length == name.Length || char.IsWhiteSpace(inner[name.Length])))
            {
                var caption = inner[name.Length..].Trim().ToString();
                // An icon stands behind an at sign.
                return caption.LastIndexOf('@') is >= 0 and var at ? caption[..at].Trim() : caption;
            }
        }

        return null;
    }
}
