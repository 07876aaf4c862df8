using Blobpress.Site.Posts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Blobpress.Site.Values;

/// <summary>Builds values from the events of one YAML document (YAML 1.2, read by YamlDotNet).</summary>
/// <param name="text">The document.</param>
/// <param name="firstLine">The line of the file on which it begins.</param>
/// <param name="notes">Takes what was tolerated.</param>
internal sealed class YamlTree(string text, int firstLine, List<Reason> notes)
{
    private readonly Parser _parser = new(new StringReader(text));
    private readonly Dictionary<string, Value> _anchors = new(StringComparer.Ordinal);
    private readonly Budget _budget = new();

    /// <summary>Reads the document; null where it is empty.</summary>
    /// <exception cref="YamlException">The text is no YAML, or holds more than is sensible.</exception>
    public Value? Read()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return null;
        _parser.Consume<DocumentStart>();
        var root = ReadValue(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _)) throw new YamlException(Here, Here, "a second document begins here");
        return root;
    }

    private Value ReadValue(int depth)
    {
        if (!_budget.Allows(1, depth)) throw new TooMuchYamlException(Here, "there are too many values, or they are too deeply nested");
        if (_parser.TryConsume<AnchorAlias>(out var alias)) return Resolve(alias, depth);
        if (_parser.Accept<NodeEvent>(out var start) && !start.Anchor.IsEmpty) return ReadAnchored(start.Anchor.Value, depth);
        return ReadPlain(depth);
    }

    private Value ReadAnchored(string anchor, int depth) => _anchors[anchor] = ReadPlain(depth);

    private Value ReadPlain(int depth)
    {
        if (_parser.TryConsume<Scalar>(out var scalar))
            return new Value.Scalar(scalar.Value, scalar.Style is not ScalarStyle.Plain, PlaceOf(scalar));
        if (_parser.TryConsume<SequenceStart>(out var list)) return ReadList(list, depth);
        return ReadMap(_parser.Consume<MappingStart>(), depth);
    }

    private Value.List ReadList(SequenceStart start, int depth)
    {
        var items = new List<Value>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadValue(depth + 1));
        return new(items, PlaceOf(start));
    }

    private Value.Map ReadMap(MappingStart start, int depth)
    {
        var map = new MapBuilder(notes);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadValue(depth + 1);
            var value = ReadValue(depth + 1);
            // A list or mapping as a key has no meaning in front matter; {{ a }}, a template's leftover, is the one seen.
            map.Add(new Entry(key is Value.Scalar scalar ? scalar.Text : "", key.At, value));
        }

        return map.Build(PlaceOf(start));
    }

    private Value Resolve(AnchorAlias alias, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var value))
            throw new YamlException(alias.Start, alias.End, $"'*{alias.Value.Value}' names no anchor; put the value in quotes to keep the star");
        if (!_budget.Allows(Budget.Count(value), depth)) throw new TooMuchYamlException(Here, "there are too many values, or they are too deeply nested");
        return value;
    }

    private Mark Here => _parser.Current?.Start ?? Mark.Empty;

    private Place PlaceOf(ParsingEvent item) => new((int)item.Start.Line + firstLine - 1, (int)item.Start.Column);
}
