using Azure;
using Azure.Data.Tables;
using Blobpress.StorageDouble.Tables;

namespace Blobpress.StorageDouble.Direct;

/// <summary>Entities as the SDK has them and as the service keeps them.</summary>
internal static class DirectEntities
{
    /// <summary>The values to keep: all that is not null, but for keys, timestamp and ETag.</summary>
    public static Dictionary<string, object> ValuesOf(ITableEntity entity)
    {
        var row = Require(entity);
        var values = new Dictionary<string, object>(row.Count, StringComparer.Ordinal);
        foreach (var (name, value) in row)
        {
            if (value is not null && name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            {
                values[name] = Kept(value);
            }
        }

        return values;
    }

    /// <summary>The entity as it is read; with names given, only those properties.</summary>
    public static T Read<T>(Entity entity, IReadOnlySet<string>? names)
        where T : class, ITableEntity
    {
        var row = new TableEntity { ETag = new ETag(entity.ETag) };
        Add("PartitionKey", entity.Key.Partition);
        Add("RowKey", entity.Key.Row);
        Add("Timestamp", entity.Timestamp);
        foreach (var (name, value) in entity.Properties)
        {
            Add(name, value);
        }

        return row as T ?? throw new NotSupportedException("A direct connection reads TableEntity only.");

        void Add(string name, object value)
        {
            if (names?.Contains(name) ?? true)
            {
                row[name] = value;
            }
        }
    }

    public static TableEntity Require(ITableEntity entity) =>
        entity as TableEntity ?? throw new NotSupportedException("A direct connection writes TableEntity only.");

    private static object Kept(object value) => value switch
    {
        string or bool or int or long or double or Guid => value,
        DateTimeOffset time => time.ToUniversalTime(),
        byte[] bytes => bytes,
        _ => throw new NotSupportedException($"A direct connection keeps no {value.GetType().Name}."),
    };
}
