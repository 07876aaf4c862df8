using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables.Filters;

/// <summary>
/// Parses the part of OData v3's $filter that tables support: comparisons of a property with a literal, and, or,
/// not, parentheses. Anything else is 400 InvalidInput.
/// </summary>
internal sealed class FilterParser
{
    private readonly IReadOnlyList<string> tokens;
    private int next;

    private FilterParser(IReadOnlyList<string> tokens) => this.tokens = tokens;

    public static Filter Parse(string text)
    {
        var parser = new FilterParser(FilterTokens.Split(text));
        var filter = parser.ParseOr();
        return parser.next == parser.tokens.Count ? filter : throw Invalid(text);
    }

    private static StorageException Invalid(string near) => StorageError.InvalidInput($"The filter is not valid near '{near}'.").Raise();

    private Filter ParseOr()
    {
        var left = ParseAnd();
        while (Take("or"))
        {
            left = new Filter.Or(left, ParseAnd());
        }

        return left;
    }

    private Filter ParseAnd()
    {
        var left = ParseUnary();
        while (Take("and"))
        {
            left = new Filter.And(left, ParseUnary());
        }

        return left;
    }

    private Filter ParseUnary()
    {
        if (Take("not"))
        {
            return new Filter.Not(ParseUnary());
        }

        return Take("(") ? ParseParenthesis() : ParseComparison();
    }

    private Filter ParseParenthesis()
    {
        var inner = ParseOr();
        return Take(")") ? inner : throw Invalid("(");
    }

    // A boolean property may stand alone.
    private Filter.Comparison ParseComparison()
    {
        var property = TakeAny();
        return next < tokens.Count && ReadComparer(tokens[next]) is { } comparer
            ? new(property, comparer, ParseLiteral())
            : new(property, Comparer.Equal, true);
    }

    private object ParseLiteral()
    {
        next++;
        var token = TakeAny();
        return FilterLiteral.Read(token) ?? throw Invalid(token);
    }

    private static Comparer? ReadComparer(string token) => token switch
    {
        "eq" => Comparer.Equal,
        "ne" => Comparer.NotEqual,
        "gt" => Comparer.Greater,
        "ge" => Comparer.GreaterOrEqual,
        "lt" => Comparer.Less,
        "le" => Comparer.LessOrEqual,
        _ => null,
    };

    private bool Take(string token)
    {
        var isThere = next < tokens.Count && tokens[next] == token;
        next += isThere ? 1 : 0;
        return isThere;
    }

    private string TakeAny() => next < tokens.Count ? tokens[next++] : throw Invalid("the end");
}
