using Blobpress.Site.Html.Tree;
using Blobpress.Site.Images;

namespace Blobpress.Site.Html;

/// <summary>Frames of other sites in a post: players that the site trusts stay, others become links.</summary>
internal sealed class Embeds(IReadOnlyList<string> hosts, string postName, OriginRules rules, ArticleNotes notes)
{
    // A player needs its own scripts and storage; it may open its own site in a new window, and nothing else here.
    private const string Sandbox = "allow-scripts allow-same-origin allow-popups allow-presentation";

    /// <summary>Puts a safe frame, or a link, in a frame's place; a frame without an address is taken out.</summary>
    public void Frame(Element frame)
    {
        var raw = frame.GetAttribute("data-src") ?? frame.GetAttribute("src") ?? "";
        var url = Origin.UnwrapLink(raw, rules);
        if (!RawUrl.IsHttp(url) || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            Other(frame, raw);
            return;
        }

        if (IsTrusted(address))
        {
            frame.Replace(Player(frame, address));
            return;
        }

        notes.Add(raw, $"The frame of {address.Host} became a link; add the host to the site's embeds to keep frames of it.");
        frame.Replace(Link(frame, address.AbsoluteUri, address.Host));
    }

    // A page of this site, or a file beside the posts; or nothing.
    private void Other(Element frame, string raw)
    {
        if (Origin.Link(raw, postName, rules) is not { Length: > 0 } path || path.StartsWith('#') || RawUrl.HasScheme(path))
        {
            frame.Remove();
            return;
        }

        notes.Add(raw, $"The frame of {path} became a link; only pages of other hosts are shown in frames.");
        frame.Replace(Link(frame, path, Path.GetFileName(path[..^AssetPath.Suffix(path).Length])));
    }

    private bool IsTrusted(Uri address) =>
        address.IsDefaultPort && address.UserInfo.Length == 0 && HostName.Ascii(address) is { } name
        && hosts.Any(host => host.StartsWith("*.", StringComparison.Ordinal)
            ? name.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
            : name.Equals(host, StringComparison.OrdinalIgnoreCase));

    private static Element Player(Element frame, Uri address)
    {
        var player = new Element("iframe");
        player.SetAttribute("src", "https://" + address.AbsoluteUri[(address.Scheme.Length + 3)..]);
        player.SetAttribute("title", frame.GetAttribute("title") is { Length: > 0 } title ? title : address.Host);
        player.SetAttribute("loading", "lazy");
        player.SetAttribute("sandbox", Sandbox);
        player.SetAttribute("allow", "fullscreen; encrypted-media; picture-in-picture");
        player.SetAttribute("referrerpolicy", "strict-origin-when-cross-origin");
        player.SetAttribute("allowfullscreen", "");
        return player;
    }

    private static Element Link(Element frame, string address, string name)
    {
        var link = new Element("a");
        link.SetAttribute("href", address);
        if (RawUrl.IsHttp(address))
            link.SetAttribute("rel", "noopener");
        link.Append(new TextNode(frame.GetAttribute("title") is { Length: > 0 } title ? title : name.Length > 0 ? name : address));
        return link;
    }
}
