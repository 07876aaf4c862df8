namespace Blobpress.Site.Images;

/// <summary>A URL cut at its own delimiters, nothing decoded.</summary>
/// <param name="Host">Lower-case, without port and user info.</param>
/// <param name="Path">From the first slash to the query; empty where there is none.</param>
/// <param name="Query">After the question mark, without the fragment's cut: a proxied URL may hold one; null where there is none.</param>
internal readonly record struct UrlParts(string Host, string Path, string? Query)
{
    /// <summary>The parts of an http or https URL.</summary>
    public static UrlParts Of(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var hostEnd = End(url, start, "/?#");
        var question = url.IndexOf('?', hostEnd);
        var pathEnd = question < 0 ? url.Length : question;
        var authority = url[start..hostEnd];
        var host = authority[(authority.LastIndexOf('@') + 1)..].Split(':')[0].ToLowerInvariant();
        return new(host, url[hostEnd..pathEnd], question < 0 ? null : url[(question + 1)..]);
    }

    /// <summary>The raw value of a query parameter, up to the next <c>&amp;</c>; null where it is not there.</summary>
    public string? Parameter(string name) =>
        Query?.Split('&').Where(p => p.Length > name.Length && p[name.Length] == '=' && p.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .Select(p => p[(name.Length + 1)..])
            .FirstOrDefault();

    /// <summary>All of the query after its first <c>name=</c>, when that is the first parameter: proxies are handed URLs that are not encoded.</summary>
    public string? Rest(string name)
    {
        if (Query is null || !Query.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = Query[(name.Length + 1)..];
        return rest.Contains("://", StringComparison.Ordinal) ? rest : rest.Split('&')[0];
    }

    private static int End(string url, int start, string stops)
    {
        var end = url.AsSpan(start).IndexOfAny(stops);
        return end < 0 ? url.Length : start + end;
    }
}
