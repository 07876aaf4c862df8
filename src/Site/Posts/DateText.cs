using System.Globalization;
using System.Text.RegularExpressions;

namespace Blobpress.Site.Posts;

/// <summary>A moment out of a text, or what is wrong with it.</summary>
/// <param name="Date">In the site's time zone; null where <paramref name="Problem"/> says why.</param>
/// <param name="Problem">One sentence, or null.</param>
internal sealed record DateReading(DateTimeOffset? Date, string? Problem)
{
    /// <summary>The clock as it is written.</summary>
    public DateTime Clock { get; init; }

    /// <summary>True where an offset or a zone is written with it.</summary>
    public bool HasOffset { get; init; }
}

/// <summary>
/// Reads the dates that posts have: ISO 8601 and its everyday forms (<c>2022-1-9 8:5:03</c>, <c>2022/01/29</c>,
/// <c>2022年1月29日</c>, with <c>Z</c>, <c>UTC</c>, <c>+0800</c>, <c>+08:00</c>, <c>+0800 CST</c> or none; 24:00 is the end of the
/// day), RFC 1123, RFC 850 and RFC 822 with the weekday not checked, the forms of C's and Ruby's dates
/// (<c>Wed Feb  2 15:04:05 CST 2022</c>), English dates such as <c>Jan 29, 2022</c>, and seconds or milliseconds since 1970. A
/// date without an offset is in the site's time zone.
/// </summary>
internal static class DateText
{
    private const int MaxLength = 100;

    private const string Time = @"(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:[.,](?<fraction>[0-9]{1,9}))?)?\s*(?<half>[ap]m)?";
    private const string Zone = @"(?:\s*(?<zone>(?:UTC|GMT)?[+-][0-9]{1,2}(?::?[0-9]{2})?|Z|[A-Z]{2,5})(?:\s+(?:[A-Z]{2,5}|[+-][0-9]{2,4}))?(?:\s+m=\S+)?(?:\s*\([^)]*\))?)?";
    private const string Weekday = @"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?";
    private const string Day = @"(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";
    private const string Name = @"(?<name>[a-z]{3,9})\.?";
    private const string Year = @"(?<year>[0-9]{4}|[0-9]{2})";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Regex[] Forms =
    [
        new(@"\A(?<year>[0-9]{4})[-/.年](?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})日?(?:[T\s]\s*" + Time + Zone + @")?\z", Options),
        new(@"\A" + Weekday + Day + @"[\s-]+" + Name + @",?[\s-]+" + Year + @"(?:,?\s+" + Time + Zone + @")?\z", Options),
        new(@"\A" + Weekday + Name + @"\s+" + Day + @",?\s+" + Year + @"(?:,?\s+" + Time + Zone + @")?\z", Options),
        new(@"\A" + Weekday + Name + @"\s+" + Day + @"\s+" + Time + Zone + @"\s+(?<year>[0-9]{4})\z", Options),
    ];

    private static readonly Regex Seconds = new(@"\A[0-9]{9,10}(?:[0-9]{3})?\z", Options);

    /// <summary>Reads a date; years 0001 to 9999.</summary>
    public static DateReading Read(string text, TimeZoneInfo site)
    {
        var trimmed = text.Trim();
        var match = trimmed.Length > MaxLength ? null : Forms.Select(form => form.Match(trimmed)).FirstOrDefault(match => match.Success);
        if (match is null && trimmed.Length <= MaxLength && Seconds.IsMatch(trimmed)) return SinceEpoch(trimmed, site);
        if (match is null) return Wrong(text, "is not a date that can be read; write it as 2022-01-29 23:57:28 or 2022-01-29T23:57:28+08:00");
        return Clock(match) is { } local ? At(local, match.Groups["zone"], site, text) : Wrong(text, "is no date of the calendar");
    }

    private static DateTime? Clock(Match match)
    {
        var (year, month, day) = (YearOf(match.Groups["year"].Value), Month(match), Number(match, "day"));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var (hour, minute, second) = (Hour(match), Number(match, "minute"), Number(match, "second"));
        var date = new DateTime(year, month, day);
        // ISO 8601: the end of the day.
        if (hour == 24 && minute + second == 0 && date < DateTime.MaxValue.Date) return date.AddDays(1);
        if (hour is < 0 or > 23 || minute > 59 || second > 59) return null;
        return date.Add(new TimeSpan(hour, minute, second)).AddTicks(Fraction(match.Groups["fraction"].Value));
    }

    private static DateReading At(DateTime local, Group zone, TimeZoneInfo site, string text)
    {
        var offset = zone.Success ? ZoneOffset.Read(zone.Value, site.GetUtcOffset(local)) : site.GetUtcOffset(local);
        if (offset is not { } known) return Wrong(text, $"names the time zone '{zone.Value}', which is not known; write its offset, such as +08:00");
        var utc = local.Ticks - known.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks) return Wrong(text, "is outside the years 0001 to 9999");
        var there = utc + site.GetUtcOffset(new DateTime(utc, DateTimeKind.Utc)).Ticks;
        if (there < DateTime.MinValue.Ticks || there > DateTime.MaxValue.Ticks) return Wrong(text, "is outside the years 0001 to 9999");
        return new(new DateTimeOffset(there, TimeSpan.FromTicks(there - utc)), null) { Clock = local, HasOffset = zone.Success };
    }

    private static DateReading SinceEpoch(string digits, TimeZoneInfo site)
    {
        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        var utc = digits.Length > 10 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
        return new(TimeZoneInfo.ConvertTime(utc, site), null) { Clock = utc.DateTime, HasOffset = true };
    }

    // Two digits as Go has them: up to 68 they are of this century.
    private static int YearOf(string digits) =>
        int.Parse(digits, CultureInfo.InvariantCulture) is var year && digits.Length > 2 ? year : year < 69 ? 2000 + year : 1900 + year;

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
}
