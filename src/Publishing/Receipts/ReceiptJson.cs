using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Receipts;

/// <summary>How receipts are spelled: for people as much as for programs.</summary>
[JsonSerializable(typeof(Receipt))]
internal sealed partial class ReceiptJson : JsonSerializerContext
{
    /// <summary>Indented, non-ASCII text as it is: a receipt is never put into HTML as it stands.</summary>
    public static ReceiptJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter<PublishOutcome>(JsonNamingPolicy.CamelCase) },
    });
}
