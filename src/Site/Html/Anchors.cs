using Blobpress.Site.Html.Tree;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html;

/// <summary>Identifiers within an article, and the links that lead to them.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, Element> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Element> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Element> _core = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);
    private readonly HashSet<Element> _wanted = [];

    /// <summary>
    /// Names the headings of Markdown as the generator would, or as <c>{#id}</c> at their end says; lets each link to a place of
    /// this page find it, whatever case and signs it is written with; keeps no other identifiers, and none that the page itself has.
    /// </summary>
    /// <param name="root">The article.</param>
    /// <param name="post">The post; headings of one in HTML have the identifiers it gives them.</param>
    /// <param name="generator">Whose identifiers the links are made for.</param>
    /// <param name="notes">Gets a note for each link that leads nowhere.</param>
    public static void Settle(Element root, Post post, Generator generator, ArticleNotes notes)
    {
        var anchors = new Anchors();
        List<Element> elements = [.. root.Elements()];
        foreach (var heading in elements.Where(IsHeading))
            anchors.Name(heading, post.Body.Format == BodyFormat.Markdown ? generator : null);
        foreach (var element in elements.Where(e => e.HasAttribute("id")))
            anchors.Know(element);
        foreach (var link in elements.Where(e => e.GetAttribute("href") is ['#', _, ..]))
            anchors.Lead(link, notes);
        foreach (var element in elements.Where(e => e.HasAttribute("id") && !IsAnchor(e) && !anchors._wanted.Contains(e)))
            element.RemoveAttribute("id");
    }

    private static bool IsHeading(Element element) => element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    // Scrapers leave a page's identifiers on everything; only these are likely to be linked to from elsewhere.
    private static bool IsAnchor(Element element) => IsHeading(element) || element.LocalName is "a" or "dt";

    private void Name(Element heading, Generator? generator)
    {
        var id = "";
        if (heading.LastChild is TextNode last && HeadingId.Split(last.Data, generator) is { } named)
            (last.Data, id) = named;
        if (id.Length > 0)
        {
            heading.SetAttribute("id", id);
        }
        else if (generator is { } maker && !heading.HasAttribute("id") && HeadingSlug.Of(PlainText.Of(heading), maker) is { Length: > 0 } slug)
        {
            var copy = _copies.GetValueOrDefault(slug);
            _copies[slug] = copy + 1;
            heading.SetAttribute("id", copy == 0 ? slug : $"{slug}-{copy}");
        }
    }

    // Of two with one identifier a browser knows the first.
    private void Know(Element element)
    {
        var id = element.GetAttribute("id")!.Trim();
        var free = AllowedHtml.ReservedIds.Contains(id) ? id + "-1" : id;
        if (id.Length == 0 || !_exact.TryAdd(id, element))
        {
            element.RemoveAttribute("id");
            return;
        }

        element.SetAttribute("id", free);
        _anyCase.TryAdd(id, element);
        if (HeadingSlug.Core(id) is { Length: > 0 } core)
            _core.TryAdd(core, element);
    }

    private void Lead(Element link, ArticleNotes notes)
    {
        var href = link.GetAttribute("href")!;
        var target = Uri.UnescapeDataString(href[1..]);
        if ((_exact.GetValueOrDefault(target) ?? _anyCase.GetValueOrDefault(target) ?? Near(target)) is not { } element)
        {
            // A place of the page around it is none of the post's.
            if (AllowedHtml.ReservedIds.Contains(target))
                link.SetAttribute("href", href + "-1");
            if (!target.Equals("top", StringComparison.OrdinalIgnoreCase))
                notes.Add(href, $"The link to {href} leads to no place of this page.");
            return;
        }

        _wanted.Add(element);
        link.SetAttribute("href", "#" + Fragment(element.GetAttribute("id")!));
    }

    private Element? Near(string target) => HeadingSlug.Core(target) is { Length: > 0 } core ? _core.GetValueOrDefault(core) : null;

    // What would end the fragment early, or be taken for an escape, is escaped (WHATWG URL); other characters stay readable.
    private static string Fragment(string id) => id.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
}
