namespace Blobpress.Local.Samples;

/// <summary>Which requests an image host answers, by the page they say they come from.</summary>
internal static class HotlinkProtection
{
    // Some hosts refuse a page that is not theirs; some refuse, besides, a request that names none.
    private const string RefusesEmpty = "gallery.example-coast.test";

    /// <summary>True where the Referer is the host's own, or is empty and the host does not mind.</summary>
    public static bool Allows(string host, string? referer) =>
        string.IsNullOrEmpty(referer)
            ? !host.Equals(RefusesEmpty, StringComparison.OrdinalIgnoreCase)
            : Uri.TryCreate(referer, UriKind.Absolute, out var page) && page.Host.Equals(host, StringComparison.OrdinalIgnoreCase);
}
