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

    // A property holds 64 KiB, which is 32 Ki UTF-16 units: the summary of a post with many terms takes several.
    private const int PartLength = 32_000;

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
        var summary = JsonSerializer.Serialize(live.Summary, StateJson.Compact.PostSummary);
        for (var at = 0; at < summary.Length; at += PartLength)
        {
            columns[$"Summary{at / PartLength}"] = summary.Substring(at, Math.Min(PartLength, summary.Length - at));
        }

        return columns;
    }

    /// <summary>A post in the sitemap.</summary>
    public static IReadOnlyDictionary<string, object> OfSitemap(LivePost live) => new Dictionary<string, object>
    {
        ["Url"] = live.Summary.Url,
        ["Date"] = Text(live.Summary.Updated ?? live.Summary.Date),
    };

    /// <summary>A list in the index of its kind.</summary>
    public static IReadOnlyDictionary<string, object> OfTerm(string title, string url) => new Dictionary<string, object> { ["Title"] = title, ["Url"] = url };

    public static PostSummary Summary(TableEntity row)
    {
        var parts = Enumerable.Range(0, row.Count).Select(part => row.GetString($"Summary{part}")).TakeWhile(part => part is not null);
        return JsonSerializer.Deserialize(string.Concat(parts), StateJson.Compact.PostSummary)!;
    }

    public static IReadOnlyList<string> Names(TableEntity row) => JsonSerializer.Deserialize(row.GetString("Names"), StateJson.Compact.IReadOnlyListString)!;

    public static PostLink Link(TableEntity row) => new(row.GetString("Title"), row.GetString("Url"), Date(row));

    public static TermLink Term(TableEntity row) => new(row.GetString("Title"), row.GetString("Url"));

    public static DateTimeOffset Date(TableEntity row) => DateTimeOffset.Parse(row.GetString("Date"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static string Text(DateTimeOffset date) => date.ToString("O", CultureInfo.InvariantCulture);
}
