using Fluid;
using Fluid.Ast;

namespace Blobpress.Site.Html.Themes.Bounds;

/// <summary>Puts bounded parts in the place of those by which a template makes as much as it likes.</summary>
internal sealed class BoundingRewriter : AstRewriter
{
    /// <summary>The same template within bounds.</summary>
    public static IFluidTemplate Bound(IFluidTemplate template) => new BoundingRewriter().VisitTemplate(template);

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) =>
        new BoundedRange(Visit(rangeExpression.From), Visit(rangeExpression.To));

    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement)
    {
        TryRewriteStatements(captureStatement.Statements, out var statements);
        return new BoundedCapture(captureStatement.Identifier, statements);
    }
}
