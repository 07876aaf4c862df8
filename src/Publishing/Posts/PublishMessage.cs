using System.Text.Json;
using Blobpress.Publishing.Diagnostics;

namespace Blobpress.Publishing.Posts;

/// <summary>A message of the publish queue: a JSON object with the source's name, or with a step of a comparison that asks for names.</summary>
public static class PublishMessage
{
    /// <summary>The message that asks for a name to be published.</summary>
    public static string Of(string name) => Json(new() { ["name"] = name });

    /// <summary>The message that asks for some posts to be compared with the look in force.</summary>
    public static string Of(RestylingStep step) => Step(step.Unlisted ? "restyle-unlisted" : "restyle", step.Style, step.After);

    /// <summary>The message that asks for some posts to be published whose links name something.</summary>
    public static string Of(RelinkingStep step) => Step("links", step.Key, step.After);

    /// <summary>The step in a message; null where it has none, or is no such message.</summary>
    public static RestylingStep? StepIn(string message) =>
        TextIn(message, "restyle") is { } style ? new(style, TextIn(message, "after"))
        : TextIn(message, "restyle-unlisted") is { } unlisted ? new(unlisted, TextIn(message, "after"), Unlisted: true)
        : null;

    /// <summary>The step about links in a message; null where it has none, or is no such message.</summary>
    public static RelinkingStep? LinksIn(string message) => TextIn(message, "links") is { } key ? new(key, TextIn(message, "after")) : null;

    /// <summary>The trace that a message belongs to; null where it names none, or is no such message.</summary>
    public static string? TraceIn(string message) => TextIn(message, "trace");

    /// <summary>The name in a message; null where it has none, or is no such message.</summary>
    public static string? NameOrNone(string message) => TextIn(message, "name");

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

    private static string Step(string kind, string about, string? after)
    {
        var json = new Dictionary<string, string> { [kind] = about };
        if (after is not null)
        {
            json["after"] = after;
        }

        return Json(json);
    }

    private static string Json(Dictionary<string, string> json)
    {
        if (Telemetry.Traceparent is { } trace)
        {
            json["trace"] = trace;
        }

        return JsonSerializer.Serialize(json);
    }

    private static string? TextIn(string message, string property)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(property, out var value) ? value.ToString() : null;
        }
        catch (JsonException)
        {
            // NameIn says what is wrong with it.
            return null;
        }
    }
}
