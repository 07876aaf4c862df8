using System.Buffers;
using System.Text.Json;
using Blobpress.StorageDouble.Tables.Filters;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables;

/// <summary>Query Tables, on one page.</summary>
internal static class TableListing
{
    public static StorageReply List(StorageRequest request, IEnumerable<Table> tables)
    {
        var filter = request.Query["$filter"] is { } text ? FilterParser.Parse(text) : null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("value");
            foreach (var table in tables.Where(table => filter?.IsMetBy(name => name == "TableName" ? table.Name : null) ?? true))
            {
                Write(json, table.Name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return StorageReply.Json(200, buffer.WrittenMemory);
    }

    public static void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("TableName", name);
        json.WriteEndObject();
    }
}
