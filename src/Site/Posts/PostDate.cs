using System.Text.RegularExpressions;
using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Posts;

/// <summary>When a post was published, and what of it its URL shows.</summary>
/// <param name="Date">In the site's time zone.</param>
/// <param name="UrlDate">The clock that its generator puts in URLs.</param>
/// <param name="IsUndated">True where it is the upload's.</param>
internal sealed partial record PostDate(DateTimeOffset Date, DateTimeOffset UrlDate, bool IsUndated)
{
    /// <summary>The date of the front matter, else that in the file's name, else the upload's.</summary>
    public static PostDate Of(PostFile file, PostFields fields, DateTimeOffset uploaded, SiteSettings settings)
    {
        var site = settings.TimeZone;
        var named = file.Date is { } day ? DateText.Read($"{day:yyyy-MM-dd}", site).Date : null;
        var isNameFirst = settings.Generator == Generator.Hugo && settings.Urls.DateSources is [":filename", ..];
        var written = isNameFirst && named is not null ? null : fields.LenientDate("date", "publishdate", "pubdate", "pubdatetime", "created", "createdat");
        if (written is ({ Date: { } date } reading, var text, var quoted)) return new(date, Shown(reading, date, text, quoted, settings), false);
        if (named is { } dated) return new(dated, dated, false);
        var upload = TimeZoneInfo.ConvertTime(uploaded, site);
        return new(upload, upload, true);
    }

    // Each generator has its own idea of what a clock without an offset, or with one, says.
    private static DateTimeOffset Shown(DateReading reading, DateTimeOffset date, string text, bool quoted, SiteSettings settings) => settings.Generator switch
    {
        Generator.Hexo => OnHexosClock(reading.HasOffset ? OnSite(date.UtcDateTime, settings.TimeZone) : date, settings.Urls.BuildZone),
        // YAML has it that a time without an offset is UTC, and Jekyll's reader goes by that; not for dates alone, nor for texts.
        Generator.Jekyll when !reading.HasOffset && !quoted && YamlTime().IsMatch(text) =>
            TimeZoneInfo.ConvertTime(new DateTimeOffset(reading.Clock, TimeSpan.Zero), settings.TimeZone),
        // Hugo shows the clock as it is written.
        Generator.Hugo => new(reading.Clock, TimeSpan.Zero),
        _ => date,
    };

    // Hexo takes the UTC of a date with an offset for the site's own clock, and shows all dates on the clock of the machine it runs on.
    private static DateTimeOffset OnHexosClock(DateTimeOffset date, TimeZoneInfo? machine) => machine is null ? date : TimeZoneInfo.ConvertTime(date, machine);

    private static DateTimeOffset OnSite(DateTime clock, TimeZoneInfo site)
    {
        var local = DateTime.SpecifyKind(clock, DateTimeKind.Unspecified);
        var ticks = local.Ticks - site.GetUtcOffset(local).Ticks;
        return ticks >= DateTimeOffset.MinValue.UtcTicks && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new(local, site.GetUtcOffset(local)) : new(local, TimeSpan.Zero);
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt\s]\s*[0-9]{1,2}:[0-9]{2}:[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex YamlTime();
}
