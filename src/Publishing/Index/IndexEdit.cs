namespace Blobpress.Publishing.Index;

/// <summary>One entry of a partition as it is to be.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Columns">What its row holds; null to have no row.</param>
/// <param name="Known">Whether the row is there now, or null where a crash leaves it open; a wrong belief costs a second try, never a wrong count.</param>
/// <param name="Chain">True where every page above it is to be rendered again, not only the one it is on: after a change of theme or settings.</param>
/// <param name="OnFront">How many entries the front page and the feeds show: a change behind the last of them leaves them alone. Null where any change shows.</param>
public sealed record IndexEdit(string Key, IReadOnlyDictionary<string, object>? Columns, bool? Known, bool Chain, int? OnFront = null)
{
    /// <summary>A row that comes and goes with it, by which links find it; null where there is none.</summary>
    public string? NamedRow { get; init; }

    /// <summary>What that row holds, where the entry has one.</summary>
    public IReadOnlyDictionary<string, object>? NamedColumns { get; init; }

    /// <summary>What its links name.</summary>
    public IReadOnlyList<string> Wanted { get; init; } = [];
}
