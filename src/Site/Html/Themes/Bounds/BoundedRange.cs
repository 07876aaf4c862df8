using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Blobpress.Site.Html.Themes.Bounds;

/// <summary><c>(1..n)</c>, of which the engine makes a list of any length.</summary>
internal sealed class BoundedRange(Expression from, Expression to) : Expression
{
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var (start, end) = (await Number(from, context).ConfigureAwait(false), await Number(to, context).ConfigureAwait(false));
        TemplateBudget.Items("..", end - start + 1);
        return new ArrayValue([.. Enumerable.Range(0, (int)Math.Max(0, end - start + 1)).Select(at => NumberValue.Create(start + at))]);
    }

    private static async ValueTask<long> Number(Expression expression, TemplateContext context) =>
        Convert.ToInt32((await expression.EvaluateAsync(context).ConfigureAwait(false)).ToNumberValue());
}
