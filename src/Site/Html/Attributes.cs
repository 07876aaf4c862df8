using AngleSharp.Dom;

namespace Blobpress.Site.Html;

/// <summary>What is kept of an element's classes, identifier and style.</summary>
internal static class Attributes
{
    /// <summary>Reads the alignment of each element below <paramref name="root"/> before the gate takes the styles.</summary>
    public static IReadOnlyList<(IElement Element, string Alignment)> Alignments(IElement root)
    {
        var found = new List<(IElement, string)>();
        foreach (var element in root.GetDescendants().OfType<IElement>())
        {
            var (style, align) = (element.GetAttribute("style"), element.GetAttribute("align"));
            if ((style ?? align) is not null && InlineStyle.Alignment(style, align) is { } alignment && element.LocalName is not ("span" or "a" or "img"))
                found.Add((element, alignment));
        }

        return found;
    }

    /// <summary>Keeps known classes, moves identifiers out of the page's way, and puts alignments back as the only styles.</summary>
    public static void Settle(IElement root, IReadOnlyList<(IElement Element, string Alignment)> alignments)
    {
        foreach (var element in root.GetDescendants().OfType<IElement>())
        {
            if (element.GetAttribute("class") is { } classes)
                SetOrRemove(element, "class", Known(classes));
            if (element.GetAttribute("id") is { } id)
                SetOrRemove(element, "id", Free(id));
            if (element.GetAttribute("href") is ['#', .. var target])
                element.SetAttribute("href", "#" + Free(target));
        }

        foreach (var (element, alignment) in alignments)
        {
            // Left is what text does anyway; saying so would only keep a wrapper from being taken off.
            if (alignment is not ("left" or "start"))
                element.SetAttribute("style", "text-align: " + alignment);
        }
    }

    private static string Known(string classes) => string.Join(' ', classes
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(c => c.StartsWith("lang-", StringComparison.OrdinalIgnoreCase) ? "language-" + c[5..] : c)
        .Where(c => AllowedHtml.Classes.Contains(c) || IsLanguage(c)));

    private static bool IsLanguage(string name) =>
        name.StartsWith("language-", StringComparison.Ordinal) && name.Length is > 9 and < 40
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '#' or '.' or '_');

    private static string Free(string id)
    {
        var name = id.Trim();
        return AllowedHtml.ReservedIds.Contains(name) ? name + "-1" : name;
    }

    private static void SetOrRemove(IElement element, string name, string value)
    {
        if (value.Length == 0)
            element.RemoveAttribute(name);
        else
            element.SetAttribute(name, value);
    }
}
