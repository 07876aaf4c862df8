using Blobpress.Site.Html.Tree;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>Sets every address of an article anew: links, images, frames, videos and sounds, with proxies off.</summary>
internal sealed class Addresses(Post post, OriginRules rules, Embeds embeds, ImageSlots slots, InnerLinks links, ArticleNotes notes)
{
    private readonly ProxyText _proxies = new(rules);

    /// <summary>Sets the addresses below <paramref name="root"/>.</summary>
    public void Settle(Element root)
    {
        foreach (var node in root.Descendants().ToList())
        {
            if (node is Element element)
                SettleOne(element);
            else if (node is TextNode text && _proxies.IsNamedIn(text.Data))
                text.Data = _proxies.Strip(text.Data);
        }
    }

    private void SettleOne(Element element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name is "alt" or "title" or "label" && _proxies.IsNamedIn(attribute.Value))
                attribute.Value = _proxies.Strip(attribute.Value);
        }

        slots.TellBackground(element);
        switch (element.LocalName)
        {
            case "a":
                Link(element);
                break;
            case "img":
                slots.Take(element);
                break;
            case "iframe":
                embeds.Frame(element);
                break;
            case "video" or "audio":
                Media(element);
                break;
            case "picture" when !element.Elements().Any(e => e.LocalName == "img"):
                notes.Add("<picture", "A <picture> without an <img> in it shows nothing, and is left out.");
                element.Replace(element.TakeChildren());
                break;
            case "source" or "track" when element.Parent is not { LocalName: "video" or "audio" or "picture" }:
                element.Remove();
                break;
            case "input" when !"checkbox".Equals(element.GetAttribute("type"), StringComparison.OrdinalIgnoreCase):
                element.Remove();
                break;
            case "input":
                element.SetAttribute("disabled", "");
                break;
            default:
                Cite(element);
                break;
        }
    }

    private void Link(Element link)
    {
        // A parser ends a link where another begins.
        if (link.Parent?.Closest(e => e.LocalName == "a") is not null)
        {
            link.Replace(link.TakeChildren());
            return;
        }

        if (link.GetAttribute("name") is { Length: > 0 } name && !link.HasAttribute("id"))
            link.SetAttribute("id", name);
        link.RemoveAttribute("rel");
        if (link.GetAttribute("href") is not { } raw)
            return;
        if (links.Lead(link, raw))
            return;
        if (Origin.Link(raw, post.Name, rules) is not { } href)
        {
            link.RemoveAttribute("href");
            return;
        }

        link.SetAttribute("href", href);
        if (RawUrl.IsHttp(href) && !href.StartsWith(rules.BaseUrl?.AbsoluteUri ?? "\n", StringComparison.OrdinalIgnoreCase))
            link.SetAttribute("rel", "noopener");
    }

    private void Media(Element media)
    {
        var poster = media.LocalName == "video" ? media.GetAttribute("poster") : null;
        if (poster is not null)
            slots.TakePoster(media, poster);
        var sources = media.Children.Where(c => c.LocalName is "source" or "track").Prepend(media).ToList();
        var playable = sources.Count(Play);
        if (playable == 0)
        {
            notes.Add("<" + media.LocalName, $"The {media.LocalName} names no file that can be played; what stands in it is shown.");
            if (string.IsNullOrWhiteSpace(poster))
                media.Replace(media.TakeChildren());
            else
                slots.TakeInstead(media, poster);
            return;
        }

        media.SetAttribute("controls", "");
        media.SetAttribute("preload", "metadata");
    }

    // True where there is something to play; a track alone is nothing.
    private bool Play(Element source)
    {
        var raw = source.GetAttribute("data-src") ?? source.GetAttribute("src");
        source.RemoveAttribute("src");
        if (raw is not null && Origin.Link(raw, post.Name, rules) is { Length: > 0 } url && !url.StartsWith('#'))
        {
            source.SetAttribute("src", url);
            return source.LocalName != "track";
        }

        if (source.LocalName is "source" or "track")
            source.Remove();
        return false;
    }

    private void Cite(Element element)
    {
        if (element.GetAttribute("cite") is { } cite)
            element.SetAttribute("cite", Origin.UnwrapLink(cite, rules));
    }
}
