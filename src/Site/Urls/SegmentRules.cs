using System.Globalization;
using System.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Urls;

/// <summary>
/// What the segments of a URL may not be, whoever asks for them: names that browsers, proxies, file systems or the local host
/// take for something else. Each problem follows on "The permalink '…'".
/// </summary>
internal static class SegmentRules
{
    // A blob's name has 254 segments at most, the index document among them.
    private const int MostSegments = SourceName.MaxSegments - 1;

    // What file systems take, and so what a copy of the site on a disk takes; a page's own file is the longest of its segments.
    private const int MostBytes = 255;
    private const int LongestExtension = 6;

    private static readonly string[] EncodedSeparators = ["%2f", "%5c", "%2e", "%00"];

    // Files of these names can't be copied to Windows, whatever extension they have (Microsoft: Naming files, paths, and namespaces).
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
    };

    /// <summary>What is wrong with a path as it is written, percent signs and all; or null.</summary>
    public static string? ProblemOfEncoding(string path)
    {
        // Once more after decoding: a proxy may decode what has been decoded.
        var holds = EncodedSeparators.Any(encoded => path.Contains(encoded, StringComparison.OrdinalIgnoreCase)
            || Uri.UnescapeDataString(path).Contains(encoded, StringComparison.OrdinalIgnoreCase));
        return holds ? "holds a slash, backslash, dot or zero as a percent code; write it as it is, or leave it out" : null;
    }

    /// <summary>What is wrong with decoded segments, the file's name among them; or null.</summary>
    public static string? Problem(IReadOnlyList<string> segments)
    {
        if (segments.Count > MostSegments) return string.Create(CultureInfo.InvariantCulture, $"has {segments.Count} segments; {MostSegments} is the most");
        if (segments is [var first, ..] && first.Equals("_status", StringComparison.OrdinalIgnoreCase)) return "is where the local host shows what became of posts";
        return segments.Select(Problem).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>A segment made of a name: without characters that are not seen, no device's, and no longer than a folder's name may be.</summary>
    public static string Fit(string segment)
    {
        var text = segment.EnumerateRunes().ToArray();
        var seen = string.Concat(Enumerable.Range(0, text.Length).Where(at => !IsUnseen(text, at)).Select(at => text[at].ToString()));
        if (Encoding.UTF8.GetByteCount(seen) > MostBytes) return Cut(seen);
        var stem = seen.Split('.')[0];
        return IsDevice(seen) ? $"{stem}-{Slug.Hash(seen)}{seen[stem.Length..]}" : seen;
    }

    private static string Cut(string segment)
    {
        var extension = segment.LastIndexOf('.') is >= 0 and var dot && segment.Length - dot <= LongestExtension ? segment[dot..] : "";
        var ending = $"-{Slug.Hash(segment)}{extension}";
        var bytes = Encoding.UTF8.GetByteCount(ending);
        return string.Concat(segment.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= MostBytes).Select(rune => rune.ToString())) + ending;
    }

    /// <summary>True for what Windows takes for a device, whatever its extension.</summary>
    public static bool IsDevice(string segment)
    {
        var name = segment.Split('.')[0].Trim();
        return Devices.Contains(name)
            || (name.Length == 4 && name[3] is (>= '0' and <= '9') or '¹' or '²' or '³'
                && (name.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || name.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>True for letters and marks that are not seen.</summary>
    public static bool IsBlank(Rune rune) => rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;

    private static string? Problem(string segment)
    {
        if (segment.Equals("index.html", StringComparison.OrdinalIgnoreCase) || segment.Equals("index.htm", StringComparison.OrdinalIgnoreCase))
            return $"has the segment '{segment}', which servers take for the folder's own page";
        if (Encoding.UTF8.GetByteCount(segment) > MostBytes) return string.Create(CultureInfo.InvariantCulture, $"has a segment of over {MostBytes} bytes, which no folder's name may have");
        if (IsDevice(segment)) return $"has the segment '{segment}', which names a device on Windows";
        var text = segment.EnumerateRunes().ToArray();
        var unseen = Enumerable.Range(0, text.Length).Where(at => IsUnseen(text, at)).Select(at => text[at]).FirstOrDefault();
        return unseen == default ? null : string.Create(CultureInfo.InvariantCulture, $"holds the character U+{unseen.Value:X4}, which is not seen or turns others round");
    }

    // Format characters (bidirectional controls, zero-width ones, the soft hyphen, tags), separators of lines, and blanks. Persian, Urdu and Indian scripts need the two joiners within words (Unicode 23.2).
    private static bool IsUnseen(Rune[] text, int at) => Rune.GetUnicodeCategory(text[at]) switch
    {
        UnicodeCategory.Format => !(text[at].Value is 0x200C or 0x200D && at > 0 && at + 1 < text.Length && Joins(text[at - 1]) && Joins(text[at + 1])),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => true,
        _ => IsBlank(text[at]) || !SourceName.MayHold(text[at]),
    };

    private static bool Joins(Rune rune) => rune.Value is (>= 0x0600 and <= 0x0DFF) or (>= 0x1780 and <= 0x17FF) && !Rune.IsDigit(rune);
}
