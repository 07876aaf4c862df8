using System.Text.Json;

namespace Blobpress.Publishing.Posts;

/// <summary>A message of the publish queue: a JSON object with the source's name.</summary>
public static class PublishMessage
{
    /// <summary>The message that asks for a name to be published.</summary>
    public static string Of(string name) => JsonSerializer.Serialize(new Dictionary<string, string> { ["name"] = name });

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
