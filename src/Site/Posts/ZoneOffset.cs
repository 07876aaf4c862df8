using System.Globalization;

namespace Blobpress.Site.Posts;

/// <summary>Reads the offset at the end of a date.</summary>
internal static class ZoneOffset
{
    // Hours from UTC; where a name is used in several countries, the first is meant unless the site is in one of the others.
    private const string Known = """
        Z 0, UT 0, UTC 0, GMT 0, WET 0, WEST 1, BST 1 6, CET 1, CEST 2, MEZ 1, MESZ 2, EET 2, EEST 3, MSK 3, SAST 2,
        EDT -4, EST -5, CDT -5, CST -6 8, MDT -6, MST -7, PDT -7, PST -8, AKDT -8, AKST -9, HST -10, AST -4 3, ADT -3, BRT -3, ART -3,
        IST 5.5 1 2, IDT 3, PKT 5, WIB 7, ICT 7, HKT 8, SGT 8, PHT 8, AWST 8, JST 9, KST 9, ACST 9.5, AEST 10, AEDT 11, NZST 12, NZDT 13
        """;

    private static readonly Dictionary<string, double[]> Names = Known.Split(',', StringSplitOptions.TrimEntries).Select(zone => zone.Split(' ')).ToDictionary(
        zone => zone[0], zone => zone.Skip(1).Select(hours => double.Parse(hours, CultureInfo.InvariantCulture)).ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary><c>Z</c>, <c>+08</c>, <c>+0800</c>, <c>+08:00</c>, <c>GMT+8</c> or a zone's name; null where it is none, or beyond 14 hours.</summary>
    /// <param name="zone">As written.</param>
    /// <param name="here">The site's own offset then: a name that it could have is its.</param>
    public static TimeSpan? Read(string zone, TimeSpan here)
    {
        var sign = zone.AsSpan().IndexOfAny('+', '-');
        return sign < 0 ? Named(zone, here) : Numeric(zone[sign], zone[(sign + 1)..].Replace(":", "", StringComparison.Ordinal));
    }

    private static TimeSpan? Numeric(char sign, string digits)
    {
        var hours = int.Parse(digits.Length <= 2 ? digits : digits[..^2], CultureInfo.InvariantCulture);
        var minutes = digits.Length <= 2 ? 0 : int.Parse(digits[^2..], CultureInfo.InvariantCulture);
        var total = (hours * 60) + minutes;
        return minutes > 59 || total > 14 * 60 ? null : TimeSpan.FromMinutes(sign == '-' ? -total : total);
    }

    private static TimeSpan? Named(string zone, TimeSpan here) =>
        !Names.TryGetValue(zone, out var hours) ? null
        : hours.Contains(here.TotalHours) ? here
        : TimeSpan.FromHours(hours[0]);
}
