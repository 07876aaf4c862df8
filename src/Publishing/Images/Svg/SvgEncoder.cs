using System.Text;
using System.Xml.Linq;
using Blobpress.Site.Images;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Images.Svg;

/// <summary>Serves an SVG as it is drawn, without anything that could run, load or track.</summary>
internal static class SvgEncoder
{
    /// <summary>The clean drawing as the one variant; NotAnImage where it can't be read within <see cref="SvgReader"/>'s bounds.</summary>
    public static ResizeResult Encode(ReadOnlyMemory<byte> source, string hash)
    {
        var (clean, refusal) = Read(source);
        if (clean is null)
            return new ResizeResult.NotAnImage($"not a usable SVG: {refusal}");
        var (width, height) = SvgSize.Of(clean);
        // Without a viewBox the drawing would be cut off instead of scaled where the page shows it smaller.
        if (clean.Attribute("viewBox") is null)
            clean.SetAttributeValue("viewBox", $"0 0 {width} {height}");
        var variant = new Variant(width, height, ImageFormat.Svg);
        var image = new EncodedImage { Hash = hash, Width = width, Height = height, Variants = [variant] };
        return new ResizeResult.Encoded(image, [new(SitePaths.Variant(hash, variant), Bytes(clean), "image/svg+xml")]);
    }

    /// <summary>The clean drawing at its own size, in UTF-8; null where <see cref="Encode"/> would give NotAnImage.</summary>
    public static byte[]? Clean(ReadOnlyMemory<byte> source) => Read(source).Clean is { } clean ? Bytes(clean) : null;

    private static (XElement? Clean, string? Refusal) Read(ReadOnlyMemory<byte> source)
    {
        var (root, refusal) = SvgReader.Read(source);
        return root is null ? (null, refusal) : (SvgSanitizer.Clean(root), "its root is no SVG element");
    }

    private static byte[] Bytes(XElement drawing) => new UTF8Encoding(false).GetBytes(drawing.ToString(SaveOptions.DisableFormatting));
}
