using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>Leaves the page one first-level heading, its title.</summary>
internal static class Headings
{
    /// <summary>
    /// Takes out a leading heading that repeats the title, and moves all headings down a level where a first-level one is left.
    /// </summary>
    public static void Settle(Element root, string title)
    {
        if (root.Children.FirstOrDefault() is { LocalName: "h1" or "h2" } first && PlainText.Of(first.TextContent) == PlainText.Of(title))
            first.Remove();
        var headings = root.Elements().Where(e => e.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6").ToList();
        var shift = headings.Any(h => h.LocalName == "h1");
        foreach (var heading in headings)
        {
            if (shift && heading.LocalName != "h6")
                heading.Rename("h" + (heading.LocalName[1] - '0' + 1));
        }
    }
}
