using Blobpress.Site.Posts;
using YamlDotNet.Core;

namespace Blobpress.Site.Values;

/// <summary>Reads a YAML mapping.</summary>
internal static class Yaml
{
    // YamlDotNet's time grows with the square of open brackets; nothing an author writes has this many.
    private const int MaxBrackets = 2_000;

    /// <summary>Reads strictly.</summary>
    /// <param name="text">The YAML, <c>\n</c> line ends.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    public static Reading Read(string text, int firstLine) => Read(text, firstLine, anything: false);

    /// <summary>Reads a document of any kind strictly: what comes of it is the only entry of a mapping.</summary>
    /// <inheritdoc cref="Read(string, int)"/>
    public static Reading ReadAny(string text, int firstLine) => Read(text, firstLine, anything: true);

    private static Reading Read(string text, int firstLine, bool anything)
    {
        if (text.AsSpan().Count('[') + text.AsSpan().Count('{') > MaxBrackets)
            return Reading.Failed(new Place(firstLine, 1).Says("There are too many brackets for this to be read.")) with { Mendable = false };
        var notes = new List<Reason>();
        try
        {
            var read = new YamlTree(text, firstLine, notes).Read();
            if (anything)
                return new(new Value.Map([new("data", new(firstLine, 1), read ?? new Value.Map([], new(firstLine, 1)))], new(firstLine, 1)), null, notes);
            return read switch
            {
                null => new(new Value.Map([], new Place(firstLine, 1)), null, notes),
                Value.Map map => new(map, null, notes),
                { IsEmpty: true } empty => new(new Value.Map([], empty.At), null, notes),
                var other => Reading.Failed(other.At.Says("Lines of the form 'key: value' are expected here.")),
            };
        }
        catch (YamlException fault)
        {
            var failed = Reading.Failed(PlaceOf(fault, text, firstLine).Says($"This is not valid YAML: {MessageOf(fault)}."));
            return failed with { Mendable = fault is not TooMuchYamlException };
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner gives up so on a bracket that is never closed.
            return Reading.Failed(OpenBracket(text, firstLine).Says("This is not valid YAML: a bracket is never closed."));
        }
        catch (ArgumentException)
        {
            // And its parser so on a tag that is no URI.
            return Reading.Failed(new Place(firstLine, 1).Says("This is not valid YAML: a tag (a word that begins with '!') can't be read; put the text in quotes."));
        }
    }

    private static string MessageOf(YamlException fault)
    {
        var message = fault.Message.TrimEnd('.');
        return message.Length == 0 ? "it can't be read here" : char.ToLowerInvariant(message[0]) + message[1..];
    }

    private static Place PlaceOf(YamlException fault, string text, int firstLine)
    {
        // Where the end of the text is the fault, a bracket left open is what its author looks for.
        if (fault.Start.Index >= text.AsSpan().TrimEnd().Length && OpenBracketAt(text) >= 0) return OpenBracket(text, firstLine);
        var lines = text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        return new(Math.Clamp((int)fault.Start.Line, 1, lines) + firstLine - 1, Math.Max(1, (int)fault.Start.Column));
    }

    private static Place OpenBracket(string text, int firstLine)
    {
        var at = Math.Max(0, OpenBracketAt(text));
        var before = text.AsSpan(0, at);
        return new(before.Count('\n') + firstLine, at - before.LastIndexOf('\n'));
    }

    // The outermost bracket that is not closed; -1 where all are.
    private static int OpenBracketAt(string text)
    {
        var open = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '[' or '{') open.Push(at);
            else if (text[at] is ']' or '}' && open.Count > 0) open.Pop();
        }

        return open.LastOrDefault(-1);
    }
}
