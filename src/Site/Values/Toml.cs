using Blobpress.Site.Posts;
using Tomlyn;
using Tomlyn.Serialization;

namespace Blobpress.Site.Values;

/// <summary>Reads a TOML document (TOML 1.1, read by Tomlyn).</summary>
internal static class Toml
{
    /// <param name="text">The TOML, <c>\n</c> line ends.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    public static Reading Read(string text, int firstLine)
    {
        var notes = new List<Reason>();
        try
        {
            var reader = TomlReader.Create(text);
            while (reader.TokenType != TomlTokenType.StartTable) reader.Read();
            return new(ReadTable(reader, firstLine, notes), null, notes);
        }
        catch (TomlException fault)
        {
            return Reading.Failed(PlaceOf(fault, firstLine).Says($"This is not valid TOML: {MessageOf(fault)}"));
        }
    }

    private static Value ReadValue(TomlReader reader, int firstLine, List<Reason> notes) => reader.TokenType switch
    {
        TomlTokenType.StartTable => ReadTable(reader, firstLine, notes),
        TomlTokenType.StartArray => ReadArray(reader, firstLine, notes),
        TomlTokenType.String => new Value.Scalar(reader.GetString(), true, PlaceOf(reader, firstLine)),
        _ => new Value.Scalar(reader.GetRawText(), false, PlaceOf(reader, firstLine)),
    };

    private static Value.Map ReadTable(TomlReader reader, int firstLine, List<Reason> notes)
    {
        var at = PlaceOf(reader, firstLine);
        var map = new MapBuilder(notes);
        while (reader.Read() && reader.TokenType == TomlTokenType.PropertyName)
        {
            var (key, place) = (reader.PropertyName ?? "", PlaceOf(reader, firstLine));
            reader.Read();
            map.Add(new Entry(key, place, ReadValue(reader, firstLine, notes)));
        }

        return map.Build(at);
    }

    private static Value.List ReadArray(TomlReader reader, int firstLine, List<Reason> notes)
    {
        var at = PlaceOf(reader, firstLine);
        var items = new List<Value>();
        while (reader.Read() && reader.TokenType != TomlTokenType.EndArray) items.Add(ReadValue(reader, firstLine, notes));
        return new(items, at);
    }

    // Implicit tables have no place of their own: Tomlyn says line 0.
    private static Place PlaceOf(TomlReader reader, int firstLine) =>
        new(Math.Max(1, reader.Line) + firstLine - 1, Math.Max(1, reader.Column));

    private static Place PlaceOf(TomlException fault, int firstLine) =>
        new(Math.Max(1, fault.Line ?? 1) + firstLine - 1, Math.Max(1, fault.Column ?? 1));

    private static string MessageOf(TomlException fault)
    {
        var message = fault.Diagnostics is { Count: > 0 } all ? all[0].Message : fault.Message;
        return message.Trim().TrimEnd('.') + ".";
    }
}
