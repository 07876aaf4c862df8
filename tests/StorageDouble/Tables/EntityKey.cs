namespace Blobpress.StorageDouble.Tables;

/// <summary>Partition key and row key; ordered by the one, then the other, ordinally.</summary>
internal readonly record struct EntityKey(string Partition, string Row)
{
    public static IComparer<EntityKey> Order { get; } = Comparer<EntityKey>.Create((one, other) =>
    {
        var byPartition = string.CompareOrdinal(one.Partition, other.Partition);
        return byPartition != 0 ? byPartition : string.CompareOrdinal(one.Row, other.Row);
    });

    /// <summary>Refuses what the service refuses in a key: over 1 KiB, / \ # ?, control characters.</summary>
    public void Check()
    {
        CheckPart(Partition);
        CheckPart(Row);
    }

    private static void CheckPart(string part)
    {
        if (part.Length > 512)
        {
            throw TableErrors.KeyValueTooLarge.Raise();
        }

        if (part.Any(letter => letter is '/' or '\\' or '#' or '?' || char.IsControl(letter)))
        {
            throw TableErrors.OutOfRangeInput.Raise();
        }
    }
}
