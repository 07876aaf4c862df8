using Blobpress.Site.Posts;

namespace Blobpress.Site.Values;

/// <summary>
/// Reads YAML as authors write it for Hexo, Jekyll and Hugo. What strict YAML refuses is repaired where one meaning only is
/// plain (<see cref="YamlRepair"/>), with a note; else the reading fails with the place of the fault.
/// </summary>
internal static class LenientYaml
{
    /// <param name="text">The YAML, <c>\n</c> line ends.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    public static Reading Read(string text, int firstLine)
    {
        var strict = Yaml.Read(text, firstLine);
        return strict.Map is null && strict.Mendable ? ReadByKey(text, firstLine) : strict;
    }

    // Key by key, so that a fault is found, and told, where it is and not where a parser stumbles over it.
    private static Reading ReadByKey(string text, int firstLine)
    {
        var notes = new List<Reason>();
        var map = new MapBuilder(notes);
        foreach (var block in YamlBlock.Split(text, firstLine))
        {
            var reading = ReadBlock(block);
            if (reading.Map is null) return reading;
            notes.AddRange(reading.Notes);
            foreach (var entry in reading.Map.Entries) map.Add(entry);
        }

        return new(map.Build(new Place(firstLine, 1)), null, notes);
    }

    private static Reading ReadBlock(YamlBlock block)
    {
        var strict = Yaml.Read(block.Text, block.FirstLine);
        if (strict.Map is not null || YamlRepair.Repair(block) is not { } repaired) return strict;
        var reading = Yaml.Read(repaired.Text, block.FirstLine);
        return reading.Map is null ? strict : reading with { Notes = [.. reading.Notes, repaired.Note] };
    }
}
