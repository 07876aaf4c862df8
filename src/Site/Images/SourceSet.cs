using System.Globalization;
using System.Text.RegularExpressions;

namespace Blobpress.Site.Images;

/// <summary>The candidates of a <c>srcset</c> (HTML, "srcset attributes").</summary>
internal static partial class SourceSet
{
    /// <summary>The URL with the largest width or density, the first among equals; null where there is none.</summary>
    public static string? Largest(string srcset)
    {
        string? best = null;
        var size = -1.0;
        foreach (Match match in Candidate().Matches(srcset))
        {
            var candidate = Size(match.Groups[2].Value);
            if (candidate <= size)
                continue;
            (best, size) = (match.Groups[1].Value, candidate);
        }

        return best;
    }

    private static double Size(string descriptor) =>
        descriptor.Length > 1 && double.TryParse(descriptor[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var size) ? size : 1;

    // A comma ends a candidate only after a descriptor or before a blank: URLs hold commas of their own.
    [GeneratedRegex(@"[\s,]*([^\s,]\S*?)(?:,+(?=\s|$)|\s+([0-9.eE+-]+[wxh])?[^,]*(?:,|$)|$)")]
    private static partial Regex Candidate();
}
