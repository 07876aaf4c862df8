using System.Globalization;
using System.Text.Json;

namespace Blobpress.StorageDouble.Tables;

/// <summary>Writes entities as OData JSON with minimal metadata.</summary>
internal static class EntityWriter
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <summary>Writes one entity as an object; with names given, only those properties.</summary>
    public static void Write(Utf8JsonWriter json, Entity entity, IReadOnlySet<string>? names)
    {
        json.WriteStartObject();
        WriteEntries(json, entity, names);
        json.WriteEndObject();
    }

    /// <summary>Writes the entity's members into an object that is open already.</summary>
    public static void WriteEntries(Utf8JsonWriter json, Entity entity, IReadOnlySet<string>? names)
    {
        json.WriteString("odata.etag", entity.ETag);
        WriteChosen(json, "PartitionKey", entity.Key.Partition, names);
        WriteChosen(json, "RowKey", entity.Key.Row, names);
        WriteChosen(json, "Timestamp", entity.Timestamp, names);
        foreach (var (name, value) in entity.Properties)
        {
            WriteChosen(json, name, value, names);
        }
    }

    private static void WriteChosen(Utf8JsonWriter json, string name, object value, IReadOnlySet<string>? names)
    {
        if (names?.Contains(name) ?? true)
        {
            WriteProperty(json, name, value);
        }
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                WriteTyped(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteDouble(json, name, number);
                break;
            case DateTimeOffset time:
                WriteTyped(json, name, "Edm.DateTime", time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
                break;
            case Guid id:
                WriteTyped(json, name, "Edm.Guid", id.ToString());
                break;
            default:
                WriteTyped(json, name, "Edm.Binary", Convert.ToBase64String((byte[])value));
                break;
        }
    }

    // Without a decimal point a whole number would be read back as an integer, and JSON has no infinity.
    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        if (!double.IsFinite(number))
        {
            WriteTyped(json, name, "Edm.Double", number.ToString(CultureInfo.InvariantCulture));
            return;
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        json.WritePropertyName(name);
        json.WriteRawValue(text.AsSpan().IndexOfAny(".E") < 0 ? text + ".0" : text);
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + "@odata.type", type);
        json.WriteString(name, value);
    }
}
