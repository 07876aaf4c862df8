using System.Text.Json;

namespace Blobpress.Publishing.Sweeping;

/// <summary>Finds out what a parked message was about.</summary>
internal static class ParkedMessage
{
    private const string Subject = "/blobServices/default/containers/posts/blobs/";

    /// <summary>The source's name in a publish message, a blob trigger's message or an Event Grid event; null where there is none.</summary>
    public static string? NameIn(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            var root = json.RootElement;
            return Text(root, "name") ?? Text(root, "BlobName") ?? (Text(root, "subject") is { } subject ? AfterContainer(subject) : null);
        }
        catch (JsonException)
        {
            // A wake-up, or something that was never understood: the comparison of sources needs no name.
            return null;
        }
    }

    private static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? AfterContainer(string subject) =>
        subject.StartsWith(Subject, StringComparison.Ordinal) ? subject[Subject.Length..] : null;
}
