using Blobpress.Site.Posts;

namespace Blobpress.Site.Values;

/// <summary>What came of reading YAML or TOML: a mapping, or the reason why there is none.</summary>
/// <param name="Map">The mapping; null where <paramref name="Failure"/> says why.</param>
/// <param name="Failure">The first thing that could not be read, or null.</param>
/// <param name="Notes">What was repaired on the way.</param>
internal sealed record Reading(Value.Map? Map, Reason? Failure, IReadOnlyList<Reason> Notes)
{
    /// <summary>False where there is too much to read, and no use in trying to mend it.</summary>
    public bool Mendable { get; init; } = true;

    public static Reading Failed(Reason failure) => new(null, failure, []);
}
