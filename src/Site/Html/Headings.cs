using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>Leaves the page one first-level heading, its title.</summary>
internal static class Headings
{
    /// <summary>
    /// Takes out a leading heading that repeats the title, moves all headings down a level where a first-level one is left, and
    /// understands <c>{#id}</c> at a heading's end.
    /// </summary>
    public static void Settle(Element root, string title)
    {
        if (root.Children.FirstOrDefault() is { LocalName: "h1" or "h2" } first && PlainText.Of(first.TextContent) == PlainText.Of(title))
            first.Remove();
        var headings = root.Elements().Where(e => e.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6").ToList();
        var shift = headings.Any(h => h.LocalName == "h1");
        foreach (var heading in headings)
        {
            Name(heading);
            if (shift && heading.LocalName != "h6")
                heading.Rename("h" + (heading.LocalName[1] - '0' + 1));
        }
    }

    private static void Name(Element heading)
    {
        if (heading.LastChild is not TextNode last || HeadingId.Split(last.Data) is not var (text, id))
            return;
        last.Data = text;
        heading.SetAttribute("id", id);
    }
}
