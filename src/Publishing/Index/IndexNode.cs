using Azure;

namespace Blobpress.Publishing.Index;

/// <summary>The part of a partition under one prefix.</summary>
/// <param name="Prefix">Of the keys under it.</param>
/// <param name="Count">How many entries it holds.</param>
/// <param name="Split">True where its page links to its children's instead of showing the entries.</param>
/// <param name="ETag">As read; null where there is no row yet.</param>
internal sealed record IndexNode(string Prefix, int Count, bool Split, ETag? ETag)
{
    /// <summary>Of the root: what links of the entries name, or named.</summary>
    public WantedKeys Wanted { get; init; } = WantedKeys.None;
}
