using Blobpress.StorageDouble;

namespace Blobpress.Storms;

/// <summary>Compares what two accounts keep beside the site: a row too many would be paid for ever, one too few misses a post.</summary>
internal static class IndexComparison
{
    private static readonly string[] Tables = ["lists", "urls"];

    /// <summary>What differs, in words; null for nothing.</summary>
    public static string? Differences(StorageAccount clean, StorageAccount storm)
    {
        foreach (var table in Tables)
        {
            var (expected, actual) = (Keys(clean, table), Keys(storm, table));
            if (!expected.SetEquals(actual))
            {
                return $"table {table}: missing [{string.Join(", ", expected.Except(actual))}], left over [{string.Join(", ", actual.Except(expected))}]";
            }
        }

        return null;
    }

    // What is due later differs by the moment at which it was noted.
    private static HashSet<string> Keys(StorageAccount account, string table) =>
        [.. account.EntitiesOf(table).Where(row => !row.PartitionKey.StartsWith("due", StringComparison.Ordinal)).Select(row => $"{row.PartitionKey} {row.RowKey} {Count(row)}")];

    private static string Count(StoredEntity row) => row.Properties.GetValueOrDefault("Count")?.ToString() ?? "";
}
