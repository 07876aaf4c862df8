namespace Blobpress.Site.Html.Tags;

/// <summary>Addresses that name a post by its file or slug. They lead from the tags to where links are set and never reach a page.</summary>
internal static class PostTarget
{
    private const string Scheme = "blobpress-post:";

    /// <summary>The address that stands for a post.</summary>
    public static string Of(string name) => Scheme + string.Join('/', name.Split('/').Select(Uri.EscapeDataString)).Replace("%23", "#", StringComparison.Ordinal);

    /// <summary>What such an address names, with the fragment behind it; null where it is another's.</summary>
    public static string? Name(string address) =>
        address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(address[Scheme.Length..]) : null;
}
