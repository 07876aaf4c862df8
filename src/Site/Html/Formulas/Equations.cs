using System.Globalization;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html.Formulas;

/// <summary>The numbers beside equations. They are shown where the author labels one, as MathJax's <c>tags: ams</c> has it for those that are referred to.</summary>
internal sealed class Equations
{
    private const string Number = "tml-eqn";
    private const string Label = @"\label{";

    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>Numbers the equations of a formula that has labels, and fills in what refers to them.</summary>
    public void Settle(Element math, string tex)
    {
        var isNumbered = tex.Contains(Label, StringComparison.Ordinal);
        var first = _last + 1;
        foreach (var number in math.Elements().Where(e => HasClass(e, Number)).ToList())
        {
            if (isNumbered)
                number.Replace(new TextNode($"({(++_last).ToString(CultureInfo.InvariantCulture)})"));
            else
                number.Remove();
        }

        if (isNumbered)
            Know(tex, first);
        Narrow(math);
        foreach (var reference in math.Elements().Where(e => e.LocalName == "a").ToList())
            reference.Replace(Reference(reference));
    }

    private Element Reference(Element link)
    {
        var name = link.GetAttribute("href")?.TrimStart('#') ?? "";
        var text = new Element("mtext", isHtml: false);
        var number = _labels.GetValueOrDefault(name, name);
        text.Append(new TextNode(HasClass(link, "tml-eqref") ? $"({number})" : number));
        return text;
    }

    // A label belongs to the row in which it stands.
    private void Know(string tex, int first)
    {
        for (var at = tex.IndexOf(Label, StringComparison.Ordinal); at >= 0; at = tex.IndexOf(Label, at + 1, StringComparison.Ordinal))
        {
            var end = tex.IndexOf('}', at);
            if (end < 0)
                return;
            var row = tex.AsSpan(0, at).Count(@"\\");
            _labels.TryAdd(tex[(at + Label.Length)..end], (first + row).ToString(CultureInfo.InvariantCulture));
        }
    }

    // The library centres equations between two halves of the page; here the number stands right behind its equation.
    private static void Narrow(Element math)
    {
        foreach (var edge in math.Elements().Where(e => HasClass(e, "tml-edge") && string.IsNullOrWhiteSpace(e.TextContent)).ToList())
            edge.Remove();
    }

    private static bool HasClass(Element element, string name) => element.GetAttribute("class")?.Split(' ').Contains(name) == true;
}
