using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Blobpress.Site.Html.Themes.Bounds;

/// <summary>The tag <c>capture</c>, of which the engine makes a text of any length.</summary>
internal sealed class BoundedCapture(string identifier, IReadOnlyList<Statement> statements) : TagStatement(statements)
{
    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var completion = Completion.Normal;
        using var captured = new BudgetWriter(TemplateBudget.Of(context), "capture");
        for (var at = 0; at < Statements.Count && completion == Completion.Normal; at++)
            completion = await Statements[at].WriteToAsync(captured, encoder, context).ConfigureAwait(false);
        context.SetValue(identifier, new StringValue(captured.ToString(), encode: false));
        return completion;
    }
}
