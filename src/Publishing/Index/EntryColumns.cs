using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Index;

/// <summary>What the row of an entry holds, and how it is read back.</summary>
internal static class EntryColumns
{
    /// <summary>What an archive page needs.</summary>
    public static IReadOnlyList<string> ForLinks { get; } = ["Title", "Url", "Date"];

    /// <summary>What a shard of the sitemap needs.</summary>
    public static IReadOnlyList<string> ForSitemap { get; } = ["Url", "Date"];

    // Of a post with many terms it takes several properties.
    private const string SummaryColumn = "Summary";

    /// <summary>A post in a list.</summary>
    public static IReadOnlyDictionary<string, object> Of(LivePost live, ListEntry entry)
    {
        var columns = new Dictionary<string, object>
        {
            ["Name"] = live.Summary.Name,
            ["Title"] = live.Summary.Title,
            ["Url"] = live.Summary.Url,
            ["Date"] = Text(live.Summary.Date),
            ["Content"] = live.Content,
            ["Style"] = live.Fingerprint,
            ["Names"] = JsonSerializer.Serialize(entry.Names, StateJson.Compact.IReadOnlyListString),
        };
        foreach (var (column, part) in LongColumn.Split(SummaryColumn, JsonSerializer.Serialize(live.Summary, StateJson.Compact.PostSummary)))
        {
            columns[column] = part;
        }

        return columns;
    }

    /// <summary>A post in the sitemap.</summary>
    public static IReadOnlyDictionary<string, object> OfSitemap(LivePost live) => new Dictionary<string, object>
    {
        ["Name"] = live.Summary.Name,
        ["Url"] = live.Summary.Url,
        ["Date"] = Text(live.Summary.Updated ?? live.Summary.Date),
    };

    /// <summary>A list in the index of its kind.</summary>
    public static IReadOnlyDictionary<string, object> OfTerm(string title, string url) => new Dictionary<string, object> { ["Title"] = title, ["Url"] = url };

    public static PostSummary Summary(TableEntity row) => JsonSerializer.Deserialize(LongColumn.Join(row, SummaryColumn), StateJson.Compact.PostSummary)!;

    public static IReadOnlyList<string> Names(TableEntity row) => JsonSerializer.Deserialize(row.GetString("Names"), StateJson.Compact.IReadOnlyListString)!;

    public static PostLink Link(TableEntity row) => new(row.GetString("Title"), row.GetString("Url"), Date(row));

    /// <summary>The post that a row is of; null where it does not say.</summary>
    public static string? NameOf(TableEntity row) => row.GetString("Name");

    public static TermLink Term(TableEntity row) => new(row.GetString("Title"), row.GetString("Url"));

    public static DateTimeOffset Date(TableEntity row) => DateTimeOffset.Parse(row.GetString("Date"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static string Text(DateTimeOffset date) => date.ToString("O", CultureInfo.InvariantCulture);
}
