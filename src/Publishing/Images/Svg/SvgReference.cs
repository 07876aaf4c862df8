namespace Blobpress.Publishing.Images.Svg;

/// <summary>Where an SVG's reference leads.</summary>
internal static class SvgReference
{
    private static readonly string[] Fonts = ["font/woff2", "font/woff", "application/font-woff2", "application/font-woff"];

    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif"];

    /// <summary>True for a part of the same file (<c>#id</c>) and for a raster picture as a data: URI.</summary>
    public static bool IsInside(string reference)
    {
        // URL parsers drop tabs and line breaks anywhere and spaces at the ends.
        var value = string.Concat(reference.Where(c => c is not ('\t' or '\r' or '\n'))).Trim();
        return value.StartsWith('#') || Carries(value, Pictures);
    }

    /// <summary>True for what a style sheet may name: also fonts as data: URIs.</summary>
    public static bool IsInsideStyle(string reference) => IsInside(reference) || Carries(reference, Fonts);

    private static bool Carries(string uri, string[] types) =>
        Array.Exists(types, type => uri.StartsWith($"data:{type};", StringComparison.OrdinalIgnoreCase)
            && uri.AsSpan(0, Math.Min(uri.Length, 100)).Contains(";base64,", StringComparison.OrdinalIgnoreCase));
}
