namespace Blobpress.Publishing.Images;

/// <summary>What bytes are, by the bytes themselves; names and Content-Type headers lie too often.</summary>
public enum SourceType
{
    Unknown,
    Jpeg,
    Png,
    Gif,
    Webp,
    Avif,
    Heif,
    Bmp,
    Ico,
    Tiff,
    Svg,
    Html,
}
