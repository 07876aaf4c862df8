using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Blobpress.StorageDouble.Tables.Filters;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables;

/// <summary>Query Entities: a page of at most 1,000 in key order, and where to go on.</summary>
internal static class EntityQuery
{
    private const int LargestPage = 1_000;

    public static StorageReply Perform(StorageRequest request, Table table)
    {
        var filter = request.Query["$filter"] is { Length: > 0 } text ? FilterParser.Parse(text) : null;
        var top = request.Query["$top"] is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : LargestPage;
        if (top is < 1 or > LargestPage)
        {
            throw StorageError.InvalidInput("$top must be between 1 and 1000.").Raise();
        }

        var found = Scan(table, filter, ReadContinuation(request)).Take(top + 1).ToList();
        if (request.IsDirect)
        {
            return new StorageReply(200) { Value = new EntityPage([.. found.Take(top)], found.Count > top ? found[top].Key : null) };
        }

        var reply = StorageReply.Json(200, WriteAll(found.Take(top), ReadSelect(request)));
        return found.Count > top ? WithContinuation(reply, found[top].Key) : reply;
    }

    public static IReadOnlySet<string>? ReadSelect(StorageRequest request) =>
        request.Query["$select"] is { Length: > 0 } names and not "*"
            ? names.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal)
            : null;

    public static ReadOnlyMemory<byte> WriteOne(Entity entity, IReadOnlySet<string>? names) => Write(json =>
    {
        json.WriteString("odata.metadata", "https://double.table.core.windows.net/$metadata#entities/@Element");
        EntityWriter.WriteEntries(json, entity, names);
    });

    private static ReadOnlyMemory<byte> WriteAll(IEnumerable<Entity> entities, IReadOnlySet<string>? names) => Write(json =>
    {
        json.WriteString("odata.metadata", "https://double.table.core.windows.net/$metadata#entities");
        json.WriteStartArray("value");
        foreach (var entity in entities)
        {
            EntityWriter.Write(json, entity, names);
        }

        json.WriteEndArray();
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static IEnumerable<Entity> Scan(Table table, Filter? filter, EntityKey? start)
    {
        var range = filter is null ? KeyRange.All : KeyRange.Of(filter);
        var first = start is { } key && EntityKey.Order.Compare(key, range.First) > 0 ? key : range.First;
        return table.Entities.From(first)
            .Select(pair => pair.Value)
            .TakeWhile(entity => !range.IsPast(entity.Key))
            .Where(entity => filter?.IsMetBy(name => entity[name]) ?? true);
    }

    private static EntityKey? ReadContinuation(StorageRequest request) =>
        request.Value is EntityKey key ? key
            : request.Query["NextPartitionKey"] is { } partition
            ? new EntityKey(Decode(partition), Decode(request.Query["NextRowKey"] ?? ""))
            : null;

    private static StorageReply WithContinuation(StorageReply reply, EntityKey next) => reply
        .With("x-ms-continuation-NextPartitionKey", Encode(next.Partition))
        .With("x-ms-continuation-NextRowKey", Encode(next.Row));

    // Headers are ASCII and keys are not. Hex, for callers must not rely on a token's form.
    private static string Encode(string key) => "1!" + Convert.ToHexString(Encoding.UTF8.GetBytes(key));

    private static string Decode(string token) => token.Length < 2 ? "" : Encoding.UTF8.GetString(Convert.FromHexString(token[2..]));
}
