namespace Blobpress.Storms.Authors;

/// <summary>Writes settings.</summary>
internal static class SettingsText
{
    public const string Name = "site.yml";

    /// <summary>The lines of <c>site.yml</c>: one in how many files has the line.</summary>
    private static readonly (int OneIn, Func<Desk, string> Line)[] Lines =
    [
        (1, desk => $"title: {desk.Pick(["Quay", "Pier"])}"),
        (1, desk => $"permalink: {desk.Pick([":year/:month/:day/:title/", ":year/:slug/", ":category/:title/"])}"),
        (1, desk => $"lists: {{front_page: {desk.Random.Next(1, 4)}, archive_page: {desk.Random.Next(2, 5)}}}"),
        (1, desk => $"feed: {{entries: {desk.Random.Next(1, 4)}, full_content: {desk.Pick(["true", "false"])}}}"),
        (2, desk => $"images: {{widths: {desk.Pick(["[16, 32]", "[24, 48]", "[320]"])}}}"),
        (4, desk => $"author: {desk.Pick(["Ann", "Cy"])}"),
        (4, desk => $"language: {desk.Pick(["de", "zh-CN"])}"),
        (2, _ => "links: {own_hosts: [old.example]}"),
        (12, _ => "nonsense: ["),
    ];

    public static string Next(Desk desk) => string.Join('\n', desk.Some(Lines)) + "\n";
}
