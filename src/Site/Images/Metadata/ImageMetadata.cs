namespace Blobpress.Site.Images.Metadata;

/// <summary>
/// Takes out of a picture what its author may not mean to publish: the place it was taken at, the camera and its serial
/// number, thumbnails from before it was cropped, and whatever follows its end. Pixels stay bit for bit, and so do colour
/// profile and orientation, which decide how they are shown.
/// </summary>
public static class ImageMetadata
{
    /// <summary>Raised whenever the same file would come out otherwise.</summary>
    public const int Version = 1;

    /// <summary>
    /// A JPEG (Exif, XMP, IPTC, comments), PNG (PNG 3, "Ancillary chunks") or WebP (RFC 9649) without them. Files of other formats, and
    /// from where they cannot be followed any more broken ones, come back as they are.
    /// </summary>
    public static ReadOnlyMemory<byte> Strip(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.StartsWith(JpegSegments.Start))
            return JpegSegments.Strip(bytes);
        if (bytes.StartsWith(PngChunks.Signature))
            return PngChunks.Strip(bytes);
        return WebpChunks.IsWebp(bytes) ? WebpChunks.Strip(bytes) : file;
    }
}
