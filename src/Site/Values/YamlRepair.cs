using System.Text.RegularExpressions;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Values;

/// <summary>
/// Mends one key that strict YAML refuses: tabs as indentation, no blank after the colon, and text that should have been in
/// quotes (<c>a: b</c>, a leading <c>@</c>, <c>[x] y</c>, too many quotes).
/// </summary>
internal static partial class YamlRepair
{
    /// <summary>What a key was mended to.</summary>
    public sealed record Repaired(string Text, Reason Note);

    /// <summary>Mends a key's lines; null where their meaning is not plain.</summary>
    public static Repaired? Repair(YamlBlock block)
    {
        var lines = block.Lines.Select(PlainIndent).ToArray();
        if (!lines.SequenceEqual(block.Lines) && Reads(string.Join('\n', lines)))
            return new(string.Join('\n', lines), new Place(block.FirstLine, 1).Says("Tabs are no indentation in YAML; they were read as blanks."));

        if (KeyLine().Match(lines[0]) is not { Success: true } key) return null;
        var rest = key.Groups["value"].Value;
        return rest.Length > 0 ? RepairText(block, lines, key) : RepairItems(block, lines);
    }

    private static Repaired? RepairText(YamlBlock block, string[] lines, Match key)
    {
        var more = lines.Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        if (more.Any(line => line[0] == '-' || NestedKey().IsMatch(line))) return null;

        var start = key.Groups["value"].Index;
        var value = string.Join(' ', [lines[0][start..].Trim(), .. more]);
        var glued = start > 0 && lines[0][start - 1] == ':';
        var mended = glued && Reads("x: " + value) ? value : YamlQuotes.Quote(value);
        if (mended is null) return null;

        var note = new Place(block.FirstLine, start + 1).Says($"This was read as {Shown(mended)}; write it so, in quotes and after a blank, for every YAML reader.");
        return new(string.Concat(lines[0].AsSpan(0, start), glued ? " " : "", mended), note);
    }

    private static Repaired? RepairItems(YamlBlock block, string[] lines)
    {
        Reason? note = null;
        for (var i = 1; i < lines.Length; i++)
        {
            if (Item().Match(lines[i]) is not { Success: true } item) continue;
            var value = item.Groups["value"];
            if (Reads("x: " + value.Value)) continue;
            if (YamlQuotes.Quote(value.Value.Trim()) is not { } mended) return null;
            lines[i] = lines[i][..value.Index] + mended;
            note ??= new Place(block.FirstLine + i, value.Index + 1).Says($"This was read as {Shown(mended)}; put it in quotes for every YAML reader.");
        }

        return note is null ? null : new(string.Join('\n', lines), note);
    }

    private static bool Reads(string yaml) => Yaml.Read(yaml, 1).Map is not null;

    private static string Shown(string mended) => mended.Length <= 80 ? mended : mended[..79] + "…";

    private static string PlainIndent(string line)
    {
        var text = line.AsSpan().TrimStart();
        var indent = line.AsSpan(0, line.Length - text.Length);
        return indent.IndexOfAnyExcept(' ') < 0 ? line : new string(' ', indent.Length + indent.Count('\t')) + text.ToString();
    }

    [GeneratedRegex(@"^[^\s:#'""\[\]{},&*!|>%@`?-][^:]*:(?:[ \t]+|(?=[^\s/])|$)(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"^[\w-]+\s*:(\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex NestedKey();

    [GeneratedRegex(@"^\s*(?:-[ ]+|[\w-]+:[ ]+)(?<value>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
