using Blobpress.Site.Html.Scripts;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html.Formulas;

/// <summary>Puts MathML in the place of the formulas of an article.</summary>
/// <param name="budget">The post's.</param>
/// <param name="notes">Gets a note for each formula that can't be read.</param>
/// <param name="cancel">Ends the work.</param>
internal sealed class Typesetting(ScriptBudget budget, ArticleNotes notes, CancellationToken cancel)
{
    // Of all formulas of a post, as they are written on its page.
    private const int MaxLength = 2_000_000;

    // One formula may stand in a text any number of times.
    private const int MaxFormulas = 5_000;

    private readonly Dictionary<(string, bool), string?> _known = [];
    private readonly Definitions _definitions = new();
    private readonly Equations _equations = new();
    private int _length;
    private int _left;
    private int _set;

    /// <summary>Typesets what is below <paramref name="root"/>. A formula that can't be read stays as it is written, its marks included.</summary>
    public void Settle(Element root, bool single)
    {
        foreach (var (place, formula) in FormulaFinder.Find(root, single))
            Settle(place, formula);
        if (_left > 0)
            notes.Add(0, 1, $"The post has more formulas than are typeset; {_left:N0} are shown as they are written.");
    }

    /// <summary>A formula as readable text; as it is written where it can't be read.</summary>
    public string Text(Formula formula) => MathMlOf(_definitions.Apply(formula.Tex, out _), formula) is { } markup ? MathText.Of(Read(markup)) : formula.Written;

    private void Settle(Element place, Formula formula)
    {
        var tex = _definitions.Apply(formula.Tex, out var isEmpty);
        if (isEmpty)
        {
            place.Remove();
            return;
        }

        if (_set == MaxFormulas)
            _left++;
        if (_set == MaxFormulas || MathMlOf(tex, formula) is not { } markup)
        {
            Show(place, formula);
            return;
        }

        _set++;
        var math = Read(markup);
        MathStyles.Settle(math);
        _equations.Settle(math, formula.Tex);
        place.Replace(Wrapped(place, formula, math));
    }

    // What only refers to an equation comes without the element around it.
    private Element Read(string markup) =>
        (Element)HtmlReader.Read(markup.StartsWith("<math", StringComparison.Ordinal) ? markup : $"<math>{markup}</math>", cancel).FirstChild!;

    private string? MathMlOf(string tex, Formula formula)
    {
        if (_known.TryGetValue((tex, formula.Display), out var known))
            return known;
        if (budget.Left == 0 || _length > MaxLength)
        {
            _left++;
            return null;
        }

        var result = tex.Length > Tex.MaxLength ? new("", "it is too long", true) : Tex.ToMathMl(tex, formula.Display, budget, cancel);
        if (result.Failure is { } failure)
            notes.Add(formula.Tex, $"The formula can't be read and is shown as it is written: {failure}");
        _length += result.Text.Length;
        return _known[(tex, formula.Display)] = result.Failure is null ? result.Text : null;
    }

    private static void Show(Element place, Formula formula)
    {
        var shown = new Element(formula.Display && place.LocalName != "span" ? "div" : "span");
        shown.SetAttribute("class", FormulaFinder.Class);
        shown.Append(new TextNode(formula.Written));
        place.Replace(shown);
    }

    private static Element Wrapped(Element place, Formula formula, Element math)
    {
        math.RemoveAttributes(attribute => attribute.Name != "display");
        math.SetAttribute("alttext", MathText.Of(math));
        if (!formula.Display)
            return math;
        var wrap = new Element(place.LocalName == "span" ? "span" : "div");
        wrap.SetAttribute("class", FormulaFinder.Class);
        wrap.Append(math);
        return wrap;
    }
}
