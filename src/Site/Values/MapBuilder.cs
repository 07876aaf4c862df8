using Blobpress.Site.Posts;

namespace Blobpress.Site.Values;

/// <summary>Collects the keys of one mapping. A key written twice counts as it was written last, with a note.</summary>
internal sealed class MapBuilder(List<Reason> notes)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries = [];

    public void Add(Entry entry)
    {
        if (_places.TryAdd(entry.Key, _entries.Count))
        {
            _entries.Add(entry);
            return;
        }

        var earlier = _entries[_places[entry.Key]];
        _entries[_places[entry.Key]] = Merge(earlier, entry);
    }

    public Value.Map Build(Place at) => new(_entries, at);

    private Entry Merge(Entry earlier, Entry later)
    {
        // TOML may open a table again to add a table below it.
        if (earlier.Value is Value.Map first && later.Value is Value.Map second)
            return later with { Value = new Value.Map([.. first.Entries, .. second.Entries], first.At) };

        notes.Add(later.At.Says($"'{later.Key}' stands here a second time; this value counts, the one in line {earlier.At.Line} does not."));
        return later;
    }
}
