using AngleSharp.Html.Parser;

namespace Blobpress.Site.Urls;

/// <summary>Where a link of the site's own parts may lead.</summary>
public static class LinkRules
{
    private static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" };

    // A theme may write it without escaping, and a page is decoded once.
    private const int Decodings = 3;

    /// <summary>
    /// True for a path and for an address of the web, of mail or of a telephone; not for what a browser would run
    /// (<c>javascript:</c>, <c>data:</c>) or hand to another program, however it is spelled: browsers drop tabs, line breaks and
    /// what is blank before a scheme (WHATWG URL, 4.4), and decode entities.
    /// </summary>
    public static bool MayLead(string url)
    {
        for (var left = Decodings; left > 0; left--, url = Decoded(url))
        {
            if (Scheme(url) is { } scheme && !Schemes.Contains(scheme)) return false;
        }

        return true;
    }

    // As a browser reads an attribute, with every entity that HTML knows.
    private static string Decoded(string url) =>
        new HtmlParser().ParseDocument($"<a href=\"{url.Replace("\"", "&quot;", StringComparison.Ordinal)}\">").QuerySelector("a")?.GetAttribute("href") ?? url;

    private static string? Scheme(string url)
    {
        var plain = string.Concat(url.Where(c => c > ' ' && !char.IsControl(c) && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));
        var end = plain.AsSpan().IndexOfAny("/?#:");
        return end > 0 && plain[end] == ':' && char.IsAsciiLetter(plain[0]) && plain.AsSpan(0, end).IndexOfAnyExcept(Letters) < 0 ? plain[..end] : null;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
