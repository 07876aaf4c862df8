using System.Globalization;
using System.Text.Json;

namespace Blobpress.StorageDouble.Tables;

/// <summary>Reads an entity from OData JSON. Null values are left out, as the service does.</summary>
internal static class EntityReader
{
    private const string TypeSuffix = "@odata.type";

    public static (string? Partition, string? Row, Dictionary<string, object> Properties) Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var member in root.EnumerateObject())
        {
            if (!member.Name.Contains("odata.", StringComparison.Ordinal) && ReadValue(root, member) is { } value)
            {
                properties[member.Name] = value;
            }
        }

        properties.Remove("PartitionKey", out var partition);
        properties.Remove("RowKey", out var row);
        properties.Remove("Timestamp");
        EntityLimits.Check(properties);
        return ((string?)partition, (string?)row, properties);
    }

    private static object? ReadValue(JsonElement root, JsonProperty member)
    {
        var type = root.TryGetProperty(member.Name + TypeSuffix, out var annotation) ? annotation.GetString() : null;
        return member.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True or JsonValueKind.False => member.Value.GetBoolean(),
            JsonValueKind.Number => ReadNumber(member.Value, type),
            _ => ReadText(member.Value.GetString()!, type),
        };
    }

    // The casts keep the types apart: without them all of these would become double.
    private static object ReadNumber(JsonElement value, string? type) => type switch
    {
        "Edm.Int64" => (object)value.GetInt64(),
        "Edm.Double" => value.GetDouble(),
        _ => value.TryGetInt32(out var number) ? (object)number : value.GetDouble(),
    };

    private static object ReadText(string text, string? type) => type switch
    {
        "Edm.Int64" => long.Parse(text, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(text, CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime(),
        "Edm.Guid" => Guid.Parse(text),
        "Edm.Binary" => Convert.FromBase64String(text),
        _ => text,
    };
}
