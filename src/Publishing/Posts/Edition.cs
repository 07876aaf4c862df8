using Blobpress.Publishing.Index;

namespace Blobpress.Publishing.Posts;

/// <summary>A version of a post after its files were written: what is left is the record and telling others.</summary>
/// <param name="Record">The record to write.</param>
/// <param name="Report">For whoever asked.</param>
/// <param name="Rivals">Posts that want the same URL and have to look again.</param>
internal sealed record Edition(PostRecord Record, PublishReport Report, IReadOnlyList<string> Rivals);
