using System.Globalization;
using System.Text.RegularExpressions;

namespace Blobpress.Site.Posts;

/// <summary>A moment out of a text, or what is wrong with it.</summary>
/// <param name="Date">In the site's time zone; null where <paramref name="Problem"/> says why.</param>
/// <param name="Problem">One sentence, or null.</param>
internal sealed record DateReading(DateTimeOffset? Date, string? Problem);

/// <summary>
/// Reads the dates that posts have: ISO 8601 and its everyday forms (<c>2022-1-9 8:5:03</c>, <c>2022/01/29</c>,
/// <c>2022年1月29日</c>, with <c>Z</c>, <c>UTC</c>, <c>+0800</c>, <c>+08:00</c> or none), RFC 1123 and RFC 822 with the weekday not
/// checked, and English dates such as <c>Jan 29, 2022</c>. A date without an offset is in the site's time zone.
/// </summary>
internal static partial class DateText
{
    private const string Time = @"(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:[.,](?<fraction>[0-9]{1,9}))?)?\s*(?<half>[ap]m)?";
    private const string Zone = @"(?:\s*(?<zone>Z|[A-Z]{2,4}|(?:UTC|GMT)?[+-][0-9]{1,2}(?::?[0-9]{2})?)(?:\s*\([^)]*\))?)?";
    private const string Weekday = @"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a date; years 0001 to 9999.</summary>
    public static DateReading Read(string text, TimeZoneInfo site)
    {
        var trimmed = text.Trim();
        var match = trimmed.Length > 100 ? Match.Empty : Numeric().Match(trimmed);
        if (!match.Success && trimmed.Length <= 100) match = Worded().Match(trimmed);
        if (!match.Success) return Wrong(text, "is not a date that can be read; write it as 2022-01-29 23:57:28 or 2022-01-29T23:57:28+08:00");
        return Clock(match) is { } local ? At(local, match.Groups["zone"], site, text) : Wrong(text, "is no date of the calendar");
    }

    private static DateTime? Clock(Match match)
    {
        var (year, month, day) = (Number(match, "year"), Month(match), Number(match, "day"));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var (hour, minute, second) = (Hour(match), Number(match, "minute"), Number(match, "second"));
        if (hour is < 0 or > 23 || minute > 59 || second > 59) return null;
        return new DateTime(year, month, day, hour, minute, second).AddTicks(Fraction(match.Groups["fraction"].Value));
    }

    private static DateReading At(DateTime local, Group zone, TimeZoneInfo site, string text)
    {
        var offset = zone.Success ? ZoneOffset.Read(zone.Value) : site.GetUtcOffset(local);
        if (offset is not { } known) return Wrong(text, $"names the time zone '{zone.Value}', which is not known; write its offset, such as +08:00");
        var utc = local.Ticks - known.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks) return Wrong(text, "is outside the years 0001 to 9999");
        var there = utc + site.GetUtcOffset(new DateTime(utc, DateTimeKind.Utc)).Ticks;
        if (there < DateTime.MinValue.Ticks || there > DateTime.MaxValue.Ticks) return Wrong(text, "is outside the years 0001 to 9999");
        return new(new DateTimeOffset(there, TimeSpan.FromTicks(there - utc)), null);
    }

    private static int Month(Match match)
    {
        if (match.Groups["month"].Success) return Number(match, "month");
        var name = match.Groups["name"].Value;
        return name.Length < 3 ? 0 : Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1;
    }

    private static int Hour(Match match)
    {
        var hour = Number(match, "hour");
        if (!match.Groups["half"].Success) return hour;
        if (hour is < 1 or > 12) return -1;
        return (hour % 12) + (match.Groups["half"].ValueSpan[0] is 'p' or 'P' ? 12 : 0);
    }

    private static long Fraction(string digits) =>
        digits.Length == 0 ? 0 : long.Parse(digits.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture);

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static DateReading Wrong(string text, string problem) => new(null, $"'{Shown(text)}' {problem}.");

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";

    [GeneratedRegex(@"\A(?<year>[0-9]{4})[-/.年](?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})日?(?:[T\s]\s*" + Time + Zone + @")?\z", Options)]
    private static partial Regex Numeric();

    [GeneratedRegex(
        @"\A" + Weekday + @"(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[\s-]+(?<name>[a-z]{3,9})\.?,?[\s-]+|(?<name>[a-z]{3,9})\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+)(?<year>[0-9]{4})(?:,?\s+" + Time + Zone + @")?\z",
        Options)]
    private static partial Regex Worded();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
