using System.Globalization;

namespace Blobpress.Site.Urls.Generators;

/// <summary>The parts of a date that patterns name, by the names of Hexo and Jekyll; Hugo's are among them.</summary>
internal static class Moment
{
    /// <summary>A part of a date; null for a name that is none.</summary>
    public static string? Part(string name, DateTimeOffset date)
    {
        return name switch
        {
            "year" => Text("yyyy"),
            "short_year" => Text("yy"),
            "month" => Text("MM"),
            "i_month" => Text("%M"),
            "short_month" => Text("MMM"),
            "long_month" or "monthname" => Text("MMMM"),
            "day" => Text("dd"),
            "i_day" => Text("%d"),
            "short_day" => Text("ddd"),
            "long_day" or "weekdayname" => Text("dddd"),
            "y_day" => date.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
            "yearday" => date.DayOfYear.ToString(CultureInfo.InvariantCulture),
            "hour" => Text("HH"),
            "minute" => Text("mm"),
            "second" => Text("ss"),
            "timestamp" => date.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            // ISO 8601: weeks begin with Monday, which is 1.
            "w_year" => ISOWeek.GetYear(date.DateTime).ToString("0000", CultureInfo.InvariantCulture),
            "week" => ISOWeek.GetWeekOfYear(date.DateTime).ToString("00", CultureInfo.InvariantCulture),
            "w_day" => (date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture),
            "weekday" => ((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture),
            _ => null,
        };

        string Text(string format) => date.ToString(format, CultureInfo.InvariantCulture);
    }
}
