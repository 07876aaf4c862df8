using System.Globalization;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Images.Svg;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images.Metadata;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Sites;

/// <summary>What is published of a file beside the posts. Its pixels and text are the author's; its metadata, and what could run in a drawing, are not.</summary>
/// <param name="Content">The file to write, or null.</param>
/// <param name="Refusal">Why there is none, as a sentence.</param>
/// <param name="Note">What its author may not expect of it, as a sentence, or null.</param>
internal sealed record AssetContent(FileContent? Content, string? Refusal, string? Note = null)
{
    // Raised whenever the same file would come out otherwise for another reason than its metadata.
    private const int OwnVersion = 2;

    private static readonly string Version = string.Create(CultureInfo.InvariantCulture, $"{OwnVersion}.{ImageMetadata.Version}");

    /// <summary>What a file is made with: one made with something else is out of date.</summary>
    public static string VersionFor(string name, SiteSettings settings) =>
        Version + (AssetTypes.DependsOnTrust(name) && settings.TrustedFiles.Holds(name) ? "-trusted" : "") + (SitePaths.IsReserved(name, settings) ? "-own" : "");

    /// <summary>The content of a file.</summary>
    /// <param name="name">Its blob name.</param>
    /// <param name="bytes">As uploaded.</param>
    /// <param name="settings">Say which files are trusted.</param>
    public static AssetContent Of(string name, BinaryData bytes, SiteSettings settings)
    {
        var file = bytes.ToMemory();
        var trusted = settings.TrustedFiles.Holds(name);
        var type = AssetTypes.Of(name, trusted);
        if (AssetTypes.IsObsolete(name) && !trusted)
        {
            return new(null, "Browsers and mail programs run files of this kind; it is not published unless trusted_files in site.yml names it.");
        }

        // No browser but one shows these, and they carry the place they were taken at.
        if (SourceTypes.Of(file.Span) == SourceType.Heif)
        {
            return new(null, "The photograph is in a format that few browsers show; it is not published as it is. Upload it as JPEG.");
        }

        if (type != MediaTypes.Svg || trusted)
        {
            var note = trusted || !AssetTypes.DependsOnTrust(name) ? null : "Browsers run files of this kind, so it goes out as one to read or save; trusted_files in site.yml can name it.";
            return new(FileContent.Asset(BinaryData.FromBytes(ImageMetadata.Strip(file)), type), null, note);
        }

        return SvgEncoder.Clean(file) is { } clean
            ? new(FileContent.Asset(BinaryData.FromBytes(clean), type), null)
            : new(null, "The file is no SVG that can be made safe: not well-formed, of another root, or with entities of its own; it is not published.");
    }
}
