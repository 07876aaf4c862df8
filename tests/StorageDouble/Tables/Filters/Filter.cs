namespace Blobpress.StorageDouble.Tables.Filters;

/// <summary>A parsed $filter.</summary>
internal abstract record Filter
{
    /// <summary>Whether an entity meets the filter, given the values of its properties (null where it has none).</summary>
    public abstract bool IsMetBy(Func<string, object?> property);

    internal sealed record And(Filter Left, Filter Right) : Filter
    {
        public override bool IsMetBy(Func<string, object?> property) => Left.IsMetBy(property) && Right.IsMetBy(property);
    }

    internal sealed record Or(Filter Left, Filter Right) : Filter
    {
        public override bool IsMetBy(Func<string, object?> property) => Left.IsMetBy(property) || Right.IsMetBy(property);
    }

    internal sealed record Not(Filter Inner) : Filter
    {
        public override bool IsMetBy(Func<string, object?> property) => !Inner.IsMetBy(property);
    }

    /// <summary>A property against a literal. An entity without the property never meets it, whatever the operator.</summary>
    internal sealed record Comparison(string Property, Comparer Operator, object Literal) : Filter
    {
        public override bool IsMetBy(Func<string, object?> property) =>
            property(Property) is { } value && ValueOrder.Compare(value, Literal) is { } order && Operator switch
            {
                Comparer.Equal => order == 0,
                Comparer.NotEqual => order != 0,
                Comparer.Greater => order > 0,
                Comparer.GreaterOrEqual => order >= 0,
                Comparer.Less => order < 0,
                _ => order <= 0,
            };
    }
}
