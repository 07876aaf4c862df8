using System.Globalization;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html.Formulas;

/// <summary>Puts classes and attributes in the place of the styles that Temml writes, since a page holds none.</summary>
internal static class MathStyles
{
    private static readonly (string Property, string Class)[] Rules =
        [("border", "tml-fbox"), ("border-top", "tml-bt"), ("border-right", "tml-br"), ("border-bottom", "tml-bb"), ("border-left", "tml-bl")];

    /// <summary>Takes the styles off every element of a formula.</summary>
    public static void Settle(Element math)
    {
        foreach (var element in math.Elements())
        {
            if (element.GetAttribute("style") is not { } style)
                continue;
            element.RemoveAttribute("style");
            if (InlineStyle.Value(style, "color") is { } color)
                element.SetAttribute("mathcolor", color);
            foreach (var rule in Rules.Where(rule => InlineStyle.Value(style, rule.Property) is not null))
                AddClass(element, rule.Class);
            if (element.LocalName == "mtd")
                Cell(element, style);
        }
    }

    private static void Cell(Element cell, string style)
    {
        if (InlineStyle.Value(style, "width") is not null)
        {
            AddClass(cell, "tml-edge");
            return;
        }

        if (Gap(style, "padding-left") is { } left)
            AddClass(cell, "tml-l" + left);
        if (Gap(style, "padding-right") is { } right)
            AddClass(cell, "tml-r" + right);
    }

    // None, one or two ems; null for the half that cells have anyway.
    private static string? Gap(string style, string side)
    {
        if (InlineStyle.Value(style, side) is not { } value
            || !double.TryParse(value.TrimEnd('e', 'm', 'p', 't'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        var ems = value.EndsWith("pt", StringComparison.Ordinal) ? number / 12 : number;
        return ems < 0.25 ? "0" : ems < 0.75 ? null : ems < 1.5 ? "1" : "2";
    }

    private static void AddClass(Element element, string name) =>
        element.SetAttribute("class", element.GetAttribute("class") is { Length: > 0 } others ? $"{others} {name}" : name);
}
