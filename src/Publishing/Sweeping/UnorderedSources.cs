using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Sweeping;

/// <summary>
/// Sets the few names apart whose records may come in another order than their sources do (<see cref="TableKey.KeepsOrder"/>),
/// so that the rest can be walked side by side. All of them are held in memory.
/// </summary>
internal sealed class UnorderedSources
{
    private readonly SortedDictionary<string, string> _versions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PostState> _records = new(StringComparer.Ordinal);

    /// <summary>Those sources that keep the order.</summary>
    public IAsyncEnumerable<ListedSource> OrderedAsync(IAsyncEnumerable<ListedSource> sources) =>
        sources.Where(source => TableKey.KeepsOrder(source.Name) || !_versions.TryAdd(source.Name, source.Version));

    /// <summary>Those records that keep the order.</summary>
    public IAsyncEnumerable<PostState> OrderedAsync(IAsyncEnumerable<PostState> records) =>
        records.Where(record => TableKey.KeepsOrder(record.Name) || !_records.TryAdd(record.Name, record));

    /// <summary>What was set apart, each record with its source's version or null, once both have been walked.</summary>
    public IEnumerable<(PostState State, string? Version)> Pairs() => _versions.Keys.Union(_records.Keys).Select(name =>
        (_records.GetValueOrDefault(name) ?? PostState.Unknown(name), _versions.GetValueOrDefault(name)));
}

/// <summary>A source as a listing gives it.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="Version">As in records.</param>
internal sealed record ListedSource(string Name, string Version);
