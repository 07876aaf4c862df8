using System.Text.Json;
using Blobpress.Publishing.Diagnostics;

namespace Blobpress.Publishing.Posts;

/// <summary>A message of the publish queue: a JSON object with the source's name.</summary>
public static class PublishMessage
{
    /// <summary>The message that asks for a name to be published.</summary>
    public static string Of(string name) => JsonSerializer.Serialize(Telemetry.Traceparent is { } trace
        ? new Dictionary<string, string> { ["name"] = name, ["trace"] = trace }
        : new() { ["name"] = name });

    /// <summary>The trace that a message belongs to; null where it names none, or is no such message.</summary>
    public static string? TraceIn(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("trace", out var trace) ? trace.ToString() : null;
        }
        catch (JsonException)
        {
            // NameIn says what is wrong with it.
            return null;
        }
    }

    /// <summary>The name in a message.</summary>
    /// <exception cref="FormatException">The text is no such message; the sentence says what is wrong.</exception>
    public static string NameIn(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return json.RootElement.GetProperty("name").GetString() is { Length: > 0 } name ? name : throw new FormatException("A publish message has an empty \"name\".");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"A publish message is a JSON object with a string \"name\"; this one is not: {error.Message}", error);
        }
    }
}
