using System.Text;
using System.Text.Json;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Values;

/// <summary>Reads a JSON object (RFC 8259), with comments and commas after the last item as editors leave them.</summary>
internal static class Json
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 50 };

    /// <summary>Reads the object that a text begins with.</summary>
    /// <param name="text">Begins with an opening brace; <c>\n</c> line ends.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <returns>What was read, and how many UTF-16 units of the text it took.</returns>
    public static (Reading Reading, int Length) ReadFirst(string text, int firstLine)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var places = new Places(bytes, firstLine);
        // Not the last block: what follows the object is no JSON.
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(Options));
        try
        {
            var notes = new List<Reason>();
            if (!reader.Read() || ReadObject(ref reader, places, notes) is not { } map) return (Unclosed(firstLine), text.Length);
            return (new(map, null, notes), Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed)));
        }
        catch (JsonException fault)
        {
            var at = new Place((int)(fault.LineNumber ?? 0) + firstLine, (int)(fault.BytePositionInLine ?? 0) + 1);
            return (Reading.Failed(at.Says("This is not valid JSON here; a comma, a quote or a bracket may be missing.")), text.Length);
        }
    }

    private static Reading Unclosed(int firstLine) => Reading.Failed(new Place(firstLine, 1).Says("The JSON that begins here is never closed: a '}' is missing below it."));

    // Null where the text ends before the object does.
    private static Value.Map? ReadObject(ref Utf8JsonReader reader, Places places, List<Reason> notes)
    {
        var map = new MapBuilder(notes);
        var at = places.Of(reader.TokenStartIndex);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return map.Build(at);
            var (key, place) = (reader.GetString() ?? "", places.Of(reader.TokenStartIndex));
            if (!reader.Read() || ReadValue(ref reader, places, notes) is not { } value) return null;
            map.Add(new Entry(key, place, value));
        }

        return null;
    }

    private static Value? ReadValue(ref Utf8JsonReader reader, Places places, List<Reason> notes) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader, places, notes),
        JsonTokenType.StartArray => ReadArray(ref reader, places, notes),
        JsonTokenType.String => new Value.Scalar(Text(reader.GetString()), true, places.Of(reader.TokenStartIndex)),
        _ => new Value.Scalar(Encoding.UTF8.GetString(reader.ValueSpan), false, places.Of(reader.TokenStartIndex)),
    };

    private static Value.List? ReadArray(ref Utf8JsonReader reader, Places places, List<Reason> notes)
    {
        var items = new List<Value>();
        var at = places.Of(reader.TokenStartIndex);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray) return new(items, at);
            if (ReadValue(ref reader, places, notes) is not { } item) return null;
            items.Add(item);
        }

        return null;
    }

    private static string Text(string? text) => text ?? "";

    // Tokens come in order, so each byte is looked at once.
    private sealed class Places(byte[] bytes, int firstLine)
    {
        private int _at;
        private int _line = firstLine;
        private int _lineStart;

        public Place Of(long offset)
        {
            for (; _at < offset; _at++)
            {
                if (bytes[_at] != '\n') continue;
                _line++;
                _lineStart = _at + 1;
            }

            return new(_line, Encoding.UTF8.GetCharCount(bytes.AsSpan(_lineStart, (int)offset - _lineStart)) + 1);
        }
    }
}
