namespace Blobpress.StorageDouble.Tables.Filters;

/// <summary>
/// The stretch of a table a filter can meet, from what it says of the keys. It may be wider than the filter, never
/// narrower; it spares the scan of the whole table, as the service's own index does.
/// </summary>
internal sealed record KeyRange(string PartitionLow, string? PartitionHigh, string RowLow, string? RowHigh)
{
    public static KeyRange All { get; } = new("", null, "", null);

    private bool IsOnePartition => PartitionLow == PartitionHigh;

    public EntityKey First => new(PartitionLow, IsOnePartition ? RowLow : "");

    public static KeyRange Of(Filter filter) => filter switch
    {
        Filter.And { Left: var left, Right: var right } => Intersect(Of(left), Of(right)),
        Filter.Comparison { Property: "PartitionKey", Literal: string key, Operator: var comparer } =>
            All with { PartitionLow = Low(comparer, key), PartitionHigh = High(comparer, key) },
        Filter.Comparison { Property: "RowKey", Literal: string key, Operator: var comparer } =>
            All with { RowLow = Low(comparer, key), RowHigh = High(comparer, key) },
        _ => All,
    };

    public bool IsPast(EntityKey key) =>
        IsAfter(key.Partition, PartitionHigh) || (IsOnePartition && IsAfter(key.Row, RowHigh));

    private static KeyRange Intersect(KeyRange one, KeyRange other) => new(
        Later(one.PartitionLow, other.PartitionLow),
        Earlier(one.PartitionHigh, other.PartitionHigh),
        Later(one.RowLow, other.RowLow),
        Earlier(one.RowHigh, other.RowHigh));

    private static string Low(Comparer comparer, string key) =>
        comparer is Comparer.Equal or Comparer.Greater or Comparer.GreaterOrEqual ? key : "";

    private static string? High(Comparer comparer, string key) =>
        comparer is Comparer.Equal or Comparer.Less or Comparer.LessOrEqual ? key : null;

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) > 0 ? one : other;

    private static string? Earlier(string? one, string? other) =>
        one is null || (other is not null && string.CompareOrdinal(other, one) < 0) ? other : one;

    private static bool IsAfter(string key, string? high) => high is not null && string.CompareOrdinal(key, high) > 0;
}
