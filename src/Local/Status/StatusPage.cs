using System.Globalization;
using System.Net;
using System.Text;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Receipts;

namespace Blobpress.Local.Status;

/// <summary>Writes a site's status as one page of HTML that needs neither scripts nor other files.</summary>
public static class StatusPage
{
    private const string Style =
        ":root{color-scheme:light dark}" +
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}" +
        "h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}" +
        "ul{list-style:none;margin:0;padding:0}li{padding:.6rem 0;border-top:1px solid color-mix(in srgb,currentColor 20%,transparent)}" +
        "p{margin:.15rem 0}.source,.place{font-family:ui-monospace,monospace;font-size:.9em}" +
        ".bad{color:light-dark(#a11,#ff8a80)}.small{font-size:.85rem;opacity:.8}";

    /// <summary>The page.</summary>
    public static string Render(SiteStatus status)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>Status</title>\n")
            .Append(CultureInfo.InvariantCulture, $"<style>{Style}</style>\n</head>\n<body>\n<h1>Status</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>{Summary(status)}</p>\n<p><a href=\"/\">The site</a></p>\n");
        foreach (var group in status.Groups)
        {
            Write(html, group);
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static string Summary(SiteStatus status)
    {
        var counts = status.Groups.Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Heading}: {group.Count}"));
        var text = status.Groups.Count == 0 ? "Nothing was uploaded yet." : string.Join(" · ", counts);
        return status.LookedAt is { } most
            ? string.Create(CultureInfo.InvariantCulture, $"{text}. There are more uploads than the {most} whose receipts were looked at.")
            : text;
    }

    private static void Write(StringBuilder html, StatusGroup group)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>{group.Heading} ({group.Count})</h2>\n<ul>\n");
        foreach (var receipt in group.Shown)
        {
            Write(html, receipt);
        }

        html.Append("</ul>\n");
        if (group.Shown.Count < group.Count)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">The latest {group.Shown.Count} of {group.Count}.</p>\n");
        }
    }

    private static void Write(StringBuilder html, Receipt receipt)
    {
        html.Append(CultureInfo.InvariantCulture, $"<li>\n<p><span class=\"source\">{Encode(receipt.Source)}</span></p>\n");
        if (receipt.Url is { } url)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Encode(url)}\">{Encode(receipt.Title ?? Uri.UnescapeDataString(url))}</a></p>\n");
        }

        var bad = receipt.Outcome == PublishOutcome.Rejected ? " class=\"bad\"" : "";
        foreach (var reason in receipt.Reasons)
        {
            var place = reason.PlaceIn(receipt.Source) is { } at ? $"<span class=\"place\">{Encode(at)}:</span> " : "";
            html.Append(CultureInfo.InvariantCulture, $"<p{bad}>{place}{Encode(reason.Message)}</p>\n");
        }

        foreach (var image in receipt.Images.Where(image => image.Reason is not null))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"bad\">Image {Encode(image.Url)}: {Encode(image.Reason!)}</p>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">{Times(receipt)}</p>\n</li>\n");
    }

    private static string Times(Receipt receipt)
    {
        var done = string.Create(CultureInfo.InvariantCulture, $"{receipt.Time:yyyy-MM-dd HH:mm:ss} UTC, in {receipt.Milliseconds} ms");
        var stays = receipt is { Outcome: PublishOutcome.Rejected, Url: not null } ? ". The last good version is still shown." : "";
        var appears = receipt.Appears is { } due
            ? string.Create(CultureInfo.InvariantCulture, $". Appears {due.UtcDateTime:yyyy-MM-dd HH:mm} UTC.")
            : "";
        return done + stays + appears;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
