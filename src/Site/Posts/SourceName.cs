using System.Globalization;
using System.Text;

namespace Blobpress.Site.Posts;

/// <summary>Which names of uploaded files can be published from.</summary>
public static class SourceName
{
    /// <summary>The most UTF-16 units of a blob's name (Azure: Naming and referencing containers, blobs, and metadata).</summary>
    public const int MaxLength = 1024;

    /// <summary>The most segments between slashes, by the same source.</summary>
    public const int MaxSegments = 254;

    /// <summary>
    /// Why nothing can be published from a file of this name, as a sentence that says what to do; null where it can. Names that
    /// pass are reached under just this name by every client of the storage and spelled the same in a URL.
    /// </summary>
    /// <param name="name">The blob's name, or that of a file in a folder with slashes between its segments.</param>
    public static string? Problem(string name)
    {
        if (name.Length == 0) return "The file has no name.";
        if (name.Length > MaxLength) return string.Create(CultureInfo.InvariantCulture, $"The name is {name.Length} characters long; {MaxLength} is the most.");
        if (name.Any(char.IsControl)) return "The name holds a control character; rename the file.";
        if (name.Contains('\\', StringComparison.Ordinal)) return "The name holds a backslash, which the storage takes for a slash; rename the file.";
        return IsText(name) ? ProblemOfSegments(name.Split('/')) : "The name holds a character that no text may hold; rename the file.";
    }

    /// <summary>True for a character that a name may hold. XML, in which listings come, can't hold some of the noncharacters (Unicode 23.7).</summary>
    public static bool MayHold(Rune rune) =>
        !Rune.IsControl(rune) && rune.Value != '\\' && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);

    private static string? ProblemOfSegments(string[] segments)
    {
        if (segments.Length > MaxSegments) return string.Create(CultureInfo.InvariantCulture, $"The file lies {segments.Length - 1} folders deep; {MaxSegments - 1} is the most.");
        if (segments[0].Length == 0 || segments[^1].Length == 0) return "The name begins or ends with a slash, which the storage drops; rename the file.";
        return segments.Any(segment => segment.EndsWith('.')) ? "The name, or that of a folder, ends in a dot, which the storage may drop; rename it." : null;
    }

    // Not where there is half a surrogate pair.
    private static bool IsText(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!Rune.TryGetRuneAt(name, i, out var rune) || !MayHold(rune)) return false;
            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }
}
