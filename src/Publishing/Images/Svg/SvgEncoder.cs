using System.Text;
using System.Xml;
using System.Xml.Linq;
using Blobpress.Site.Images;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Images.Svg;

/// <summary>Serves an SVG as it is drawn, without anything that could run, load or track.</summary>
internal static class SvgEncoder
{
    /// <summary>The clean drawing as the one variant; NotAnImage where the text is not well-formed XML or needs entities of its own.</summary>
    public static ResizeResult Encode(ReadOnlyMemory<byte> source, string hash)
    {
        if (Read(source) is not { } clean)
            return new ResizeResult.NotAnImage("not a usable SVG: not well-formed, or it relies on entities");
        var (width, height) = SvgSize.Of(clean);
        // Without a viewBox the drawing would be cut off instead of scaled where the page shows it smaller.
        if (clean.Attribute("viewBox") is null)
            clean.SetAttributeValue("viewBox", $"0 0 {width} {height}");
        var variant = new Variant(width, height, ImageFormat.Svg);
        var image = new EncodedImage { Hash = hash, Width = width, Height = height, Variants = [variant] };
        return new ResizeResult.Encoded(image, [new(SitePaths.Variant(hash, variant), Bytes(clean), "image/svg+xml")]);
    }

    /// <summary>The clean drawing at its own size, in UTF-8; null where <see cref="Encode"/> would give NotAnImage.</summary>
    public static byte[]? Clean(ReadOnlyMemory<byte> source) => Read(source) is { } clean ? Bytes(clean) : null;

    private static XElement? Read(ReadOnlyMemory<byte> source) => Parse(source) is { } root ? SvgSanitizer.Clean(root) : null;

    private static byte[] Bytes(XElement drawing) => new UTF8Encoding(false).GetBytes(drawing.ToString(SaveOptions.DisableFormatting));

    private static XElement? Parse(ReadOnlyMemory<byte> source)
    {
        // A DOCTYPE is skipped unread: no entity is declared, so none can be expanded and none can point anywhere.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(source.ToArray()), settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
