using Azure;

namespace Blobpress.Publishing.Index;

/// <summary>All that is kept of one post, read in one query.</summary>
/// <param name="Name">The source's name.</param>
/// <param name="Record">Null for a name never seen, and where it can't be read.</param>
/// <param name="RecordETag">For the condition of the next write; null where there is no record.</param>
/// <param name="Revision">Names the record's content; the lists are up to date where it equals <see cref="IndexedPost.Revision"/>.</param>
/// <param name="Indexed">Null where the lists never showed the post.</param>
/// <param name="IndexedETag">For the condition of the next note of what they show; null where there is none.</param>
public sealed record PostState(string Name, PostRecord? Record, ETag? RecordETag, string? Revision, IndexedPost? Indexed, ETag? IndexedETag)
{
    /// <summary>A name of which nothing is known.</summary>
    public static PostState Unknown(string name) => new(name, null, null, null, null, null);

    /// <summary>True where there is a record in a format that this engine does not read.</summary>
    public bool IsUnreadable => Record is null && RecordETag is not null;

    /// <summary>True where the lists show what the record says.</summary>
    public bool IsListed => Revision == Indexed?.Revision;

    /// <summary>True where the lists were told of the record right before this one, if there was any, and of none since.</summary>
    public bool IsNext => Record?.Number == (Indexed?.Number ?? 0) + 1;

    /// <summary>True where the lists are to be told of something.</summary>
    public bool NeedsListing => !IsListed && !Everything.IsEmpty;

    /// <summary>All that may be in lists or <c>$web</c> for this post and is not known to be gone.</summary>
    public Footprint Everything =>
        (Indexed?.Footprint ?? Footprint.Empty).And(Record?.Leftover ?? Footprint.Empty).And(Record?.Footprint ?? Footprint.Empty);
}
