using System.Globalization;

namespace Blobpress.Site.Posts;

/// <summary>Reads the offset at the end of a date.</summary>
internal static class ZoneOffset
{
    /// <summary><c>Z</c>, <c>+08</c>, <c>+0800</c>, <c>+08:00</c>, <c>GMT+8</c> or a zone's name of RFC 822; null where it is none, or beyond 14 hours.</summary>
    public static TimeSpan? Read(string zone)
    {
        var sign = zone.AsSpan().IndexOfAny('+', '-');
        return sign < 0 ? Named(zone) : Numeric(zone[sign], zone[(sign + 1)..].Replace(":", "", StringComparison.Ordinal));
    }

    private static TimeSpan? Numeric(char sign, string digits)
    {
        var hours = int.Parse(digits.Length <= 2 ? digits : digits[..^2], CultureInfo.InvariantCulture);
        var minutes = digits.Length <= 2 ? 0 : int.Parse(digits[^2..], CultureInfo.InvariantCulture);
        var total = (hours * 60) + minutes;
        return minutes > 59 || total > 14 * 60 ? null : TimeSpan.FromMinutes(sign == '-' ? -total : total);
    }

    private static TimeSpan? Named(string zone) => zone.ToUpperInvariant() switch
    {
        "Z" or "UT" or "UTC" or "GMT" => TimeSpan.Zero,
        "EDT" => TimeSpan.FromHours(-4),
        "EST" or "CDT" => TimeSpan.FromHours(-5),
        "CST" or "MDT" => TimeSpan.FromHours(-6),
        "MST" or "PDT" => TimeSpan.FromHours(-7),
        "PST" => TimeSpan.FromHours(-8),
        _ => null,
    };
}
