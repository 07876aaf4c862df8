using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>The values of a post's front matter by name, and what there is to say about them.</summary>
/// <param name="values">The front matter.</param>
/// <param name="site">The time zone of dates without an offset.</param>
internal sealed class PostFields(Value.Map values, TimeZoneInfo site)
{
    private readonly Dictionary<string, Entry> _entries = ByName(values);

    /// <summary>What was ignored.</summary>
    public List<Reason> Notes { get; } = [];

    /// <summary>What makes the post unfit to be published.</summary>
    public List<Reason> Faults { get; } = [];

    /// <summary>The first of these names (see <see cref="Entry.Name"/>) that has a value which is not empty.</summary>
    public Entry? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_entries.TryGetValue(name, out var entry) && !entry.Value.IsEmpty) return entry;
        return null;
    }

    /// <summary>The first of these names that has text, on one line.</summary>
    public string? Line(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is not { } entry) continue;
            var text = ValueText.Of(entry.Value);
            if (text.Length > 0) return text;
            Ignore(entry, "is no text");
        }

        return null;
    }

    /// <summary>The first of these names that has a value, as a truth value.</summary>
    public bool? Truth(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not { } entry) return null;
        var truth = (entry.Value as Value.Scalar)?.Truth;
        if (truth is null) Ignore(entry, "is neither true nor false");
        return truth;
    }

    /// <summary>The first of these names that has a value, as a date; one that can't be read is a fault.</summary>
    public DateTimeOffset? Date(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not { } entry) return null;
        var reading = Read(entry);
        if (reading.Problem is not null) Faults.Add(entry.Value.At.Says($"'{entry.Key}': {reading.Problem}"));
        return reading.Date;
    }

    /// <summary>The first of these names that has a date; one that has none, or none that can be read, is passed over with a note.</summary>
    /// <returns>The date, and whether it was in quotes; null where there is none.</returns>
    public (DateReading Date, string Text, bool Quoted)? LenientDate(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is not { } entry || entry.Value is Value.Scalar { Truth: false }) continue;
            var reading = Read(entry);
            if (reading.Problem is null && entry.Value is Value.Scalar scalar) return (reading, scalar.Text.Trim(), scalar.Quoted);
            Notes.Add(entry.Value.At.Says($"'{entry.Key}' was ignored: {reading.Problem}"));
        }

        return null;
    }

    private DateReading Read(Entry entry) => DateText.Read((entry.Value as Value.Scalar)?.Text ?? "", site);

    /// <summary>Notes that a value was passed over, and why.</summary>
    public void Ignore(Entry entry, string why)
    {
        var text = ValueText.Of(entry.Value);
        Notes.Add(entry.Value.At.Says($"'{entry.Key}' was ignored: '{(text.Length <= 60 ? text : text[..60] + "…")}' {why}."));
    }

    private static Dictionary<string, Entry> ByName(Value.Map values)
    {
        var entries = new Dictionary<string, Entry>(values.Entries.Count, StringComparer.Ordinal);
        // Tags and tags are two keys to YAML and one to an author: the one that says something counts.
        foreach (var entry in values.Entries)
            if (!entry.Value.IsEmpty || !entries.ContainsKey(entry.Name)) entries[entry.Name] = entry;
        return entries;
    }
}
