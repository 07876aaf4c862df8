using System.Text.Json;

namespace Blobpress.Publishing.Hosting;

/// <summary>
/// An event of blob storage as Event Grid puts it into a storage queue, in the Event Grid schema or the one of CloudEvents 1.0.
/// </summary>
public static class EventGridMessage
{
    private const string Containers = "/blobServices/default/containers/";
    private const string Blobs = "/blobs/";

    private static readonly string[] Types = ["Microsoft.Storage.BlobDeleted", "Microsoft.Storage.BlobCreated", "Microsoft.Storage.BlobRenamed"];

    /// <summary>The name of the blob that an event is about.</summary>
    /// <param name="message">The event's JSON.</param>
    /// <param name="container">The container whose events are expected.</param>
    /// <exception cref="FormatException">It is no such event; the sentence says what is wrong with it.</exception>
    public static string NameIn(string message, string container = "posts")
    {
        using var json = Parse(message);
        var type = Text(json.RootElement, "eventType") ?? Text(json.RootElement, "type");
        if (!Types.Contains(type))
        {
            throw new FormatException($"An event of type {type ?? "null"} came in where only {string.Join(", ", Types)} are understood.");
        }

        var subject = Text(json.RootElement, "subject") ?? throw new FormatException("An event has no \"subject\".");
        var prefix = Containers + container + Blobs;
        if (!subject.StartsWith(prefix, StringComparison.Ordinal) || subject.Length == prefix.Length)
        {
            throw new FormatException($"An event's subject is to begin with {prefix} and name a blob; this one is {subject}.");
        }

        var url = json.RootElement.TryGetProperty("data", out var data) ? Text(data, "url") : null;
        return Decode(subject[prefix.Length..], url, container);
    }

    // The subject holds the name as it is. Should it be percent-encoded, it looks the same as the end of the URL, which
    // always is; a plain name with a percent sign looks different there.
    private static string Decode(string name, string? url, string container) =>
        url is not null && url.EndsWith($"/{container}/{name}", StringComparison.Ordinal) ? Uri.UnescapeDataString(name) : name;

    private static JsonDocument Parse(string message)
    {
        try
        {
            return JsonDocument.Parse(message);
        }
        catch (JsonException error)
        {
            throw new FormatException($"A message that should be an event is no JSON: {error.Message}", error);
        }
    }

    private static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
