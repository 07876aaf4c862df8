using Fluid;
using Fluid.Ast;
using Fluid.Parser;

namespace Blobpress.Site.Html.Liquid;

/// <summary>The expressions of Liquid tags, read by Fluid. Each is read once for a text.</summary>
internal sealed class LiquidExpressions
{
    // Each is a step deeper for the parser.
    private const int MaxBrackets = 20;
    private const int MaxLength = 2_000;

    private static readonly FluidParser Parser = new();

    private readonly Dictionary<string, Statement?> _read = new(StringComparer.Ordinal);

    /// <summary>A value with its filters; null where it can't be read.</summary>
    public Expression? Value(string text) => (Read($"{{{{ {text} }}}}") as OutputStatement)?.Expression;

    /// <summary>What an <c>if</c> asks; null where it can't be read.</summary>
    public Expression? Condition(string text) => (Read($"{{% if {text} %}}{{% endif %}}") as IfStatement)?.Condition;

    /// <summary><c>name = expression</c>; null where it can't be read.</summary>
    public AssignStatement? Assignment(string text) => Read($"{{% assign {text} %}}") as AssignStatement;

    /// <summary><c>item in items limit:2 offset:1 reversed</c>; null where it can't be read.</summary>
    public ForStatement? Loop(string text) => Read($"{{% for {text} %}}{{% endfor %}}") as ForStatement;

    /// <summary>What a filter chain begins with.</summary>
    public static Expression Root(Expression expression)
    {
        while (expression is FilterExpression filter)
            expression = filter.Input;
        return expression;
    }

    /// <summary>The names of the filters of an expression.</summary>
    public static IEnumerable<string> Filters(Expression expression)
    {
        for (; expression is FilterExpression filter; expression = filter.Input)
            yield return filter.Name;
    }

    private Statement? Read(string tag)
    {
        if (_read.TryGetValue(tag, out var known))
            return known;
        var isBounded = tag.Length <= MaxLength && tag.AsSpan().Count('[') + tag.AsSpan().Count('(') <= MaxBrackets;
        var statement = isBounded && Parser.TryParse(tag, out var template, out _) && template is FluidTemplate { Statements: [var only] } ? only : null;
        return _read[tag] = statement;
    }
}
