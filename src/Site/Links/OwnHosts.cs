using Blobpress.Site.Images;

namespace Blobpress.Site.Links;

/// <summary>Hosts on which the site was before.</summary>
internal sealed class OwnHosts
{
    private readonly IReadOnlyList<(string Host, string Path)> _hosts;

    /// <summary>Hosts such as <c>old.example.org</c>, <c>*.example.org</c> or, below a path, <c>me.github.io/blog</c>.</summary>
    public OwnHosts(IReadOnlyList<string> hosts) => _hosts = [.. hosts.Select(Split)];

    /// <summary>The path of a URL below the site's former root, as it is written, with query and fragment; null for a URL of another host.</summary>
    public string? PathOf(string url)
    {
        if (_hosts.Count == 0 || !RawUrl.IsHttp(url) || !Uri.TryCreate(url, UriKind.Absolute, out var address) || HostName.Ascii(address) is not { } name) return null;
        var authority = address.IsDefaultPort ? name : $"{name}:{address.Port}";
        var path = address.AbsolutePath;
        foreach (var (host, root) in _hosts)
        {
            var isThere = host.StartsWith("*.", StringComparison.Ordinal) ? authority.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase) : authority.Equals(host, StringComparison.OrdinalIgnoreCase);
            if (isThere && (path + "/").StartsWith(root + "/", StringComparison.Ordinal))
                return (path.Length > root.Length ? path[root.Length..] : "/") + address.Query + address.Fragment;
        }

        return null;
    }

    private static (string Host, string Path) Split(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (text, "") : (text[..slash], text[slash..].TrimEnd('/'));
    }
}
