using System.Globalization;

namespace Blobpress.StorageDouble.Tables;

/// <summary>
/// One version of an entity. Values are string, bool, int, long, double, DateTimeOffset, Guid or byte[]; the keys
/// and the timestamp are not among the properties.
/// </summary>
internal sealed record Entity(EntityKey Key, IReadOnlyDictionary<string, object> Properties, DateTimeOffset Timestamp)
{
    public string ETag { get; } = MakeETag(Timestamp);

    public object? this[string name] => name switch
    {
        "PartitionKey" => Key.Partition,
        "RowKey" => Key.Row,
        "Timestamp" => Timestamp,
        _ => Properties.GetValueOrDefault(name),
    };

    // Azure's own form: the timestamp, percent-encoded.
    private static string MakeETag(DateTimeOffset time) =>
        $"W/\"datetime'{Uri.EscapeDataString(time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture))}'\"";
}
