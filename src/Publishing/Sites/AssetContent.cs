using System.Globalization;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Images.Svg;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images.Metadata;

namespace Blobpress.Publishing.Sites;

/// <summary>What is published of a file beside the posts. Its pixels and text are the author's; its metadata, and what could run in a drawing, are not.</summary>
/// <param name="Content">The file to write, or null.</param>
/// <param name="Refusal">Why there is none, as a sentence.</param>
internal sealed record AssetContent(FileContent? Content, string? Refusal)
{
    // Raised whenever the same file would come out otherwise for another reason than its metadata.
    private const int OwnVersion = 1;

    /// <summary>Files that were made by another version are out of date.</summary>
    public static string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"{OwnVersion}.{ImageMetadata.Version}");

    /// <summary>The content of a file.</summary>
    /// <param name="name">Its blob name.</param>
    /// <param name="bytes">As uploaded.</param>
    public static AssetContent Of(string name, BinaryData bytes)
    {
        var file = bytes.ToMemory();
        var type = AssetNames.ContentType(name);
        return SourceTypes.Of(file.Span) switch
        {
            // No browser but one shows these, and they carry the place they were taken at.
            SourceType.Heif => new(null, "The photograph is in a format that few browsers show; it is not published as it is. Upload it as JPEG."),
            SourceType.Svg => SvgEncoder.Clean(file) is { } clean
                ? new(FileContent.Asset(BinaryData.FromBytes(clean), type), null)
                : new(null, "The SVG is not well-formed or relies on entities, so it can't be made safe; it is not published."),
            _ => new(FileContent.Asset(BinaryData.FromBytes(ImageMetadata.Strip(file)), type), null),
        };
    }
}
