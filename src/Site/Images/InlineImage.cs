using System.Buffers.Binary;
using System.Text;

namespace Blobpress.Site.Images;

/// <summary>The image a data: URI (RFC 2397) carries.</summary>
/// <param name="Type">Its media type, lower-case.</param>
/// <param name="Length">Characters of the whole URI.</param>
/// <param name="Width">Pixels, where the header of a GIF or PNG tells; else null.</param>
/// <param name="Height">Pixels, likewise.</param>
internal sealed record InlineImage(string Type, int Length, int? Width, int? Height)
{
    private const int MaxLength = 4096;

    private static readonly string[] Servable = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    // The header of a PNG, with what comes before its size, is 24 bytes.
    private const int HeaderCharacters = 32;

    /// <summary>True where it may stay in the page as it is: small, and of a type that runs nothing.</summary>
    public bool CanStay => Length < MaxLength && Servable.Contains(Type);

    /// <summary>True for the blank images that lazy-load scripts put in an image's place.</summary>
    public bool IsPlaceholder => (Width <= 1 && Height <= 1) || (Type == "image/svg+xml" && Length < 400);

    /// <summary>Reads what the URI says of itself.</summary>
    public static InlineImage Of(string uri)
    {
        var comma = uri.IndexOf(',');
        var head = comma < 0 ? uri : uri[..comma];
        var type = head["data:".Length..].Split(';')[0].Trim().ToLowerInvariant();
        var (width, height) = comma > 0 && head.EndsWith(";base64", StringComparison.OrdinalIgnoreCase) ? Size(uri.AsSpan(comma + 1)) : (null, null);
        return new(type, uri.Length, width, height);
    }

    /// <summary>The bytes behind the comma; null where they can't be read. One pass.</summary>
    public static byte[]? Decode(string uri)
    {
        var comma = uri.IndexOf(',');
        if (comma < 0)
            return null;
        var data = uri[(comma + 1)..];
        var text = data.Contains('%') ? Uri.UnescapeDataString(data) : data;
        if (!uri.AsSpan(0, comma).TrimEnd().EndsWith("base64", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8.GetBytes(text);
        var digits = text.Where(c => !char.IsWhiteSpace(c) && c != '=').Select(c => c switch { '-' => '+', '_' => '/', _ => c }).ToArray();
        var padded = new char[(digits.Length + 3) / 4 * 4];
        Array.Fill(padded, '=');
        digits.CopyTo(padded, 0);
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64Chars(padded, bytes, out var length) ? bytes[..length] : null;
    }

    private static (int? Width, int? Height) Size(ReadOnlySpan<char> base64)
    {
        Span<byte> bytes = stackalloc byte[24];
        var characters = Math.Min(HeaderCharacters, base64.Length / 4 * 4);
        if (!Convert.TryFromBase64Chars(base64[..characters], bytes, out var length))
            return (null, null);
        if (length >= 10 && bytes.StartsWith("GIF8"u8))
            return (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        if (length >= 24 && bytes[1..].StartsWith("PNG"u8))
            return (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        return (null, null);
    }
}
