using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>Names an image by its bytes and by everything that decides what its variants look like.</summary>
public static class ImageHash
{
    /// <summary>Raised whenever the same source and settings would give other files.</summary>
    private const int EncoderVersion = 5;

    /// <summary>32 lower-case hexadecimal digits; equal for the same bytes under the same settings, whatever URL they came from.</summary>
    public static string Of(ReadOnlySpan<byte> source, ImageSettings settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(source);
        hash.AppendData(Encoding.ASCII.GetBytes(Recipe(settings)));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>Everything but the bytes that decides what the variants look like, as one word.</summary>
    public static string Recipe(ImageSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"|{EncoderVersion}|{string.Join(',', settings.Widths)}|{settings.JpegQuality}|{settings.WebpQuality}|{(settings.Avif ? settings.AvifQuality : 0)}");
}
