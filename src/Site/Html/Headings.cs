using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Blobpress.Site.Html;

/// <summary>Leaves the page one first-level heading, its title.</summary>
internal static partial class Headings
{
    /// <summary>
    /// Takes out a leading heading that repeats the title, moves all headings down a level where a first-level one is left, and
    /// understands <c>{#id}</c> at a heading's end.
    /// </summary>
    public static void Settle(IElement root, string title)
    {
        if (root.FirstElementChild is { LocalName: "h1" or "h2" } first && Plain(first.TextContent) == Plain(title))
            first.Remove();
        var headings = root.QuerySelectorAll("h1,h2,h3,h4,h5,h6").ToList();
        var shift = headings.Any(h => h.LocalName == "h1");
        foreach (var heading in headings)
        {
            Name(heading);
            if (shift && heading.LocalName != "h6")
                Lower(heading);
        }
    }

    private static string Plain(string text) => Blanks().Replace(text, " ").Trim();

    private static void Lower(IElement heading)
    {
        var lower = heading.Owner!.CreateElement("h" + (heading.LocalName[1] - '0' + 1));
        foreach (var attribute in heading.Attributes)
            lower.SetAttribute(attribute.Name, attribute.Value);
        lower.Append([.. heading.ChildNodes]);
        heading.Replace(lower);
    }

    private static void Name(IElement heading)
    {
        if (heading.LastChild is not IText last || Identifier().Match(last.Data) is not { Success: true } match)
            return;
        last.Data = last.Data[..match.Index];
        heading.SetAttribute("id", match.Groups[1].Value);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*\{#([^\s{}]+)\}\s*$")]
    private static partial Regex Identifier();
}
