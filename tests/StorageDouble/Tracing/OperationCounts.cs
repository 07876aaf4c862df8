namespace Blobpress.StorageDouble.Tracing;

/// <summary>How many operations reached the account, by kind, and the bytes of their bodies.</summary>
/// <param name="ByKind">The kinds that occurred, with their counts.</param>
/// <param name="BytesWritten">Bytes of request bodies.</param>
/// <param name="BytesRead">Bytes of answer bodies.</param>
public sealed record OperationCounts(IReadOnlyDictionary<OperationKind, long> ByKind, long BytesWritten, long BytesRead)
{
    /// <summary>All operations together.</summary>
    public long Total => ByKind.Values.Sum();

    /// <summary>The count of one kind, 0 where none occurred.</summary>
    public long this[OperationKind kind] => ByKind.GetValueOrDefault(kind);

    /// <summary>What was done between two readings of one account.</summary>
    public static OperationCounts operator -(OperationCounts later, OperationCounts earlier) => later.Since(earlier);

    /// <summary>What was done since an earlier reading of the same account.</summary>
    public OperationCounts Since(OperationCounts earlier) => new(
        ByKind.Select(pair => KeyValuePair.Create(pair.Key, pair.Value - earlier[pair.Key]))
            .Where(pair => pair.Value != 0).ToDictionary(),
        BytesWritten - earlier.BytesWritten,
        BytesRead - earlier.BytesRead);
}
