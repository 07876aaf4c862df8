using System.Text.Json.Serialization;
using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Index;

/// <summary>What the publisher knows of one source: how its latest version fared, and what of it is live.</summary>
public sealed record PostRecord
{
    /// <summary>The version of the source this record speaks of; null where the source is gone.</summary>
    public string? SourceETag { get; init; }

    /// <summary>Settings, theme and engine the source was read with.</summary>
    public required string Fingerprint { get; init; }

    public required SourceOutcome Outcome { get; init; }

    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>When a scheduled post is to appear, or null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The URL that was refused because another post owns it, as a blob name, or null.</summary>
    public string? RefusedPath { get; init; }

    /// <summary>What is published: of this version, or of the last good one where this one was rejected; null where nothing is.</summary>
    public LivePost? Live { get; init; }

    /// <summary>All that this record put anywhere: what is live, and the claim to a URL it waits for.</summary>
    [JsonIgnore]
    public Footprint Footprint =>
        (Live?.Footprint ?? Footprint.Empty).And(RefusedPath is { } path ? Footprint.Empty with { Paths = [path] } : Footprint.Empty);

    /// <summary>
    /// Counts the records of this name. One that says what an earlier one said is another all the same: in between the lists
    /// may have been told of something else, or of a half of it.
    /// </summary>
    public int Number { get; init; }

    /// <summary>
    /// What earlier versions may have put into the lists or <c>$web</c> that the lists were never told of: the listing
    /// publisher takes away all of it that <see cref="Live"/> does not have.
    /// </summary>
    public Footprint Leftover { get; init; } = Footprint.Empty;
}

/// <summary>How a version of a source fared.</summary>
public enum SourceOutcome
{
    Published,
    Draft,
    Scheduled,
    Expired,
    Rejected,
    Removed,
}
