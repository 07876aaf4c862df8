namespace Blobpress.Site.Images;

/// <summary>Hosts of URLs.</summary>
internal static class HostName
{
    /// <summary>The host as it is asked for, in punycode (RFC 5890) without brackets; null where it is none that the rules allow.</summary>
    public static string? Ascii(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            // Labels that are too long, or hold characters that no name may.
            return null;
        }
    }
}
