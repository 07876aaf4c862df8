using System.Globalization;

namespace Blobpress.Site.Html.Themes;

/// <summary>Dates as people read them, from fixed formats: a machine's culture data can't change a page.</summary>
internal static class DateText
{
    public static string Day(DateTimeOffset date, string language) => Format(date, Of(language).Day);

    public static string Month(DateTimeOffset date, string language) => Format(date, Of(language).Month);

    public static string Year(DateTimeOffset date, string language) => Format(date, Of(language).Year);

    /// <summary>The day without its year.</summary>
    public static string DayOfYear(DateTimeOffset date, string language) => Format(date, Of(language).DayOfYear);

    /// <summary>An archive's period, <c>2022</c>, <c>2022-01</c>, <c>2022-01-29</c> and finer; a part finer than a day stays as it is.</summary>
    public static string Period(string period, string language)
    {
        var formats = Of(language);
        return Exact(period, "yyyy", formats.Year)
            ?? Exact(period, "yyyy-MM", formats.Month)
            ?? Exact(period, "yyyy-MM-dd", formats.Day)
            ?? (period.Length > 11 && Exact(period[..10], "yyyy-MM-dd", formats.Day) is { } day ? $"{day} {period[11..]}" : period);
    }

    /// <summary>RFC 3339, as <c>datetime</c> and Open Graph want it.</summary>
    public static string Iso(DateTimeOffset date) => Format(date, "yyyy-MM-ddTHH:mm:sszzz");

    private static string? Exact(string text, string read, string write) =>
        DateTimeOffset.TryParseExact(text, read, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Format(date, write)
            : null;

    private static string Format(DateTimeOffset date, string format) => date.ToString(format, CultureInfo.InvariantCulture);

    private static Formats Of(string language) => Words.Primary(language) switch
    {
        "en" => new("MMMM d, yyyy", "MMMM yyyy", "yyyy", "MMM d"),
        "zh" or "ja" => new("yyyy年M月d日", "yyyy年M月", "yyyy年", "M月d日"),
        "ko" => new("yyyy년 M월 d일", "yyyy년 M월", "yyyy년", "M월 d일"),
        _ => new("yyyy-MM-dd", "yyyy-MM", "yyyy", "MM-dd"),
    };

    private sealed record Formats(string Day, string Month, string Year, string DayOfYear);
}
