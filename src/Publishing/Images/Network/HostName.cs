namespace Blobpress.Publishing.Images.Network;

/// <summary>What a server is known by in all that is remembered of it.</summary>
internal static class HostName
{
    /// <summary>Name and port, as in <c>img.example.org:443</c>; names in punycode and lower case.</summary>
    public static string Of(Uri url) => $"{url.IdnHost.ToLowerInvariant()}:{url.Port}";
}
