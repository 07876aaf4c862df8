using Blobpress.Site.Html.Tree;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>Frames of other sites in a post: players that the site trusts stay, others become links.</summary>
internal sealed class Embeds(IReadOnlyList<string> hosts, OriginRules rules)
{
    // A player needs its own scripts and storage; it may open its own site in a new window, and nothing else here.
    private const string Sandbox = "allow-scripts allow-same-origin allow-popups allow-presentation";

    /// <summary>Puts a safe frame, or a link, in a frame's place; a frame without an address is taken out.</summary>
    public void Frame(Element frame, ICollection<Reason> notes)
    {
        var raw = frame.GetAttribute("data-src") ?? frame.GetAttribute("src") ?? "";
        var url = Origin.UnwrapLink(raw, rules);
        if (!RawUrl.IsHttp(url) || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            frame.Remove();
            return;
        }

        if (IsTrusted(address))
        {
            frame.Replace(Player(frame, address));
            return;
        }

        notes.Add(new(0, 0, $"The frame of {address.Host} became a link; add the host to the site's embeds to keep frames of it."));
        frame.Replace(Link(frame, address));
    }

    private bool IsTrusted(Uri address) =>
        address.IsDefaultPort && address.UserInfo.Length == 0 && hosts.Any(host => host.StartsWith("*.", StringComparison.Ordinal)
            ? address.IdnHost.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
            : address.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase));

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

    private static Element Link(Element frame, Uri address)
    {
        var link = new Element("a");
        link.SetAttribute("href", address.AbsoluteUri);
        link.SetAttribute("rel", "noopener");
        link.Append(new TextNode(frame.GetAttribute("title") is { Length: > 0 } title ? title : address.Host));
        return link;
    }
}
