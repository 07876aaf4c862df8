namespace Blobpress.Publishing.Index;

/// <summary>What the lists show of a post: written by the listing publisher alone, after all else.</summary>
/// <param name="Revision">The revision of the record it brought the lists up to.</param>
/// <param name="Number">The number of that record.</param>
/// <param name="Footprint">What is in the lists and in <c>$web</c> for it.</param>
/// <param name="Live">The post as the lists show it; null where they show nothing.</param>
public sealed record IndexedPost(string Revision, int Number, Footprint Footprint, LivePost? Live);
