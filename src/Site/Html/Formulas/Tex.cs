using Blobpress.Site.Html.Scripts;

namespace Blobpress.Site.Html.Formulas;

/// <summary>TeX to MathML (MathML Core), by Temml.</summary>
internal static class Tex
{
    /// <summary>The most characters of one formula.</summary>
    public const int MaxLength = 10_000;

    // Nothing is trusted: no links, no pictures, no classes and styles of the author's.
    private const string Render = """
        function render(tex, display) {
            return temml.renderToString(tex, { displayMode: display, throwOnError: true, colorIsTextColor: true, maxSize: [50, 50], maxExpand: 1000 });
        }
        """;

    private static readonly Lazy<ScriptPool> Pool = new(() =>
    {
        var library = ScriptText.Prepare("temml.js");
        return new(engine => engine.Execute(library).Execute(Render));
    });

    /// <summary>The MathML of a formula as text, or why it can't be read.</summary>
    /// <param name="tex">TeX without delimiters; definitions may come before it.</param>
    /// <param name="display">True for a formula that stands alone.</param>
    /// <param name="budget">The post's.</param>
    /// <param name="cancel">Ends the work.</param>
    public static ScriptResult ToMathMl(string tex, bool display, ScriptBudget budget, CancellationToken cancel)
    {
        var result = Pool.Value.Call(budget, "render", [tex, display], cancel);
        return result.Failure is { } failure ? result with { Failure = Plain(failure) } : result;
    }

    // Behind its message the library tells the place, counted with the definitions before the formula.
    private static string Plain(string failure)
    {
        var end = failure.IndexOf(" at ", StringComparison.Ordinal) is > 0 and var at ? at : failure.AsSpan().IndexOfAny('\n', '\u0332');
        var line = (end < 0 ? failure : failure[..end]).Trim();
        return line.Length > 200 ? line[..200] + "…" : line;
    }
}
