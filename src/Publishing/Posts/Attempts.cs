using Blobpress.Publishing.Index;

namespace Blobpress.Publishing.Posts;

/// <summary>What earlier attempts at one publish learned or left behind, so that the next one knows of it.</summary>
internal sealed class Attempts
{
    /// <summary>Blob names in <c>$web</c> whose versions have to be read before the source is.</summary>
    public HashSet<string> Paths { get; } = [];

    /// <summary>What was written on the way to a record that then was not.</summary>
    public Footprint Footprint { get; private set; } = Footprint.Empty;

    public void Wrote(Footprint part) => Footprint = Footprint.And(part);
}
