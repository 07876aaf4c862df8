namespace Blobpress.Site.Values;

/// <summary>Keeps a small file from growing into a large tree, by nesting or by YAML aliases of aliases.</summary>
internal sealed class Budget
{
    private const int MaxValues = 20_000;
    private const int MaxDepth = 50;
    private int _spent;

    /// <summary>True while <paramref name="values"/> more, at this depth, are within bounds.</summary>
    public bool Allows(int values, int depth)
    {
        // An alias may name a tree of any size: the sum is kept from overflowing.
        _spent = Math.Min(MaxValues + 1, _spent + Math.Min(values, MaxValues));
        return _spent <= MaxValues && depth <= MaxDepth;
    }

    /// <summary>How many values a tree holds.</summary>
    public static int Count(Value value) => value switch
    {
        Value.List list => 1 + list.Items.Sum(Count),
        Value.Map map => 1 + map.Entries.Sum(entry => Count(entry.Value)),
        _ => 1,
    };
}
