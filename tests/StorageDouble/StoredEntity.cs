namespace Blobpress.StorageDouble;

/// <summary>An entity as an enumeration shows it.</summary>
/// <param name="PartitionKey">Its partition key.</param>
/// <param name="RowKey">Its row key.</param>
/// <param name="Properties">The other properties but the timestamp, by name.</param>
public sealed record StoredEntity(string PartitionKey, string RowKey, IReadOnlyDictionary<string, object> Properties);
