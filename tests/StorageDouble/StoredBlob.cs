namespace Blobpress.StorageDouble;

/// <summary>A blob as a snapshot shows it.</summary>
/// <param name="Content">Its bytes; not to be changed.</param>
/// <param name="ContentType">Its Content-Type.</param>
/// <param name="CacheControl">Its Cache-Control, or null.</param>
public sealed record StoredBlob(ReadOnlyMemory<byte> Content, string ContentType, string? CacheControl)
{
    /// <summary>Whether both have the same bytes and headers.</summary>
    public bool Equals(StoredBlob? other) =>
        other is not null
        && ContentType == other.ContentType
        && CacheControl == other.CacheControl
        && Content.Span.SequenceEqual(other.Content.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ContentType, CacheControl, Content.Length);
}
