using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>The text of a source file, or the reason why its bytes are none.</summary>
/// <param name="Text">With <c>\n</c> line ends and without byte order marks; empty where <paramref name="Failure"/> says why.</param>
/// <param name="Failure">The first fault, or null.</param>
/// <param name="Note">What was put in another's place, or null.</param>
internal sealed record SourceText(string Text, Reason? Failure, Reason? Note = null)
{
    // Text that some tool damaged has a NUL here and there; in UTF-16 read as UTF-8, and in other files, they abound.
    private const int CharactersPerNul = 64;

    /// <summary>Reads UTF-8, or UTF-16 where a byte order mark announces it (RFC 3629, RFC 2781).</summary>
    public static SourceText Read(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var utf8] => ReadUtf8(utf8),
        [0xFF, 0xFE, ..] => ReadUtf16(bytes[2..], bigEndian: false),
        [0xFE, 0xFF, ..] => ReadUtf16(bytes[2..], bigEndian: true),
        _ => ReadUtf8(bytes),
    };

    private static SourceText ReadUtf8(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var status = Utf8.ToUtf16(bytes, buffer, out var read, out var written, replaceInvalidSequences: false);
            var text = Normalize(new string(buffer, 0, written));
            if (status == OperationStatus.Done) return OfText(text);
            var message = $"The file is not UTF-8: the byte 0x{bytes[read]:X2} has no place here. Save it with the encoding UTF-8.";
            return new("", End(text).Says(message));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static SourceText ReadUtf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var units = new char[bytes.Length / 2];
        for (var i = 0; i < units.Length; i++)
            units[i] = (char)(bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]));
        var whole = WholeUnits(units);
        var text = Normalize(new string(units, 0, whole));
        return whole == units.Length && bytes.Length % 2 == 0
            ? OfText(text)
            : new("", End(text).Says("The file begins as UTF-16 but is not UTF-16 here. Save it with the encoding UTF-8."));
    }

    // How many units there are before the first surrogate that has no other half.
    private static int WholeUnits(ReadOnlySpan<char> units)
    {
        var at = 0;
        while (at < units.Length && Rune.DecodeFromUtf16(units[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }

    private static SourceText OfText(string text)
    {
        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero < 0)
            return new(text, null);
        var (place, count) = (End(text[..zero]), text.AsSpan().Count('\0'));
        if (count > 1 && count > text.Length / CharactersPerNul)
            return new("", place.Says("A NUL character stands here: this is no text file, or not UTF-8. Save it with the encoding UTF-8."));
        // CommonMark 2.3.
        return new(text.Replace('\0', '\uFFFD'), null, place.Says($"A NUL character stands here; it is shown as \uFFFD{(count > 1 ? $", and so are {count - 1:N0} more" : "")}."));
    }

    // Byte order marks occur inside files too, where tools put files together; they mean nothing there (Unicode 23.8).
    private static string Normalize(string text) =>
        text.AsSpan().ContainsAny('\r', '\uFEFF')
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\uFEFF", "", StringComparison.Ordinal)
            : text;

    private static Place End(string text) => new(text.AsSpan().Count('\n') + 1, text.Length - text.LastIndexOf('\n'));
}
