using System.Globalization;
using System.Text.RegularExpressions;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Posts.Files;

/// <summary>
/// Names as Jekyll reads them: posts lie in a folder <c>_posts</c> and begin with their date, drafts in <c>_drafts</c>; the folders
/// above are categories. Elsewhere are pages, and in folders that begin with <c>_</c> collections, includes and layouts.
/// </summary>
internal static partial class JekyllFile
{
    private const string Posts = "_posts";
    private const string Drafts = "_drafts";

    public static PostFile Of(string name, UrlSettings settings)
    {
        var (below, isSaid) = FileNames.BelowSource(name, settings.SourceFolder);
        var segments = FileNames.Segments(FileNames.WithoutExtension(below));
        var file = OfSegments(segments, isSaid, settings);
        return file with { Html = FileNames.IsHtml(name) };
    }

    private static PostFile OfSegments(string[] segments, bool isSaid, UrlSettings settings)
    {
        var at = Array.FindIndex(segments, segment => segment is Posts or Drafts);
        if (at >= 0 && at < segments.Length - 1)
        {
            var post = Dated(segments[(at + 1)..]) with { Above = segments[..at] };
            return post with { Role = Hides(segments[(at + 1)..]) ? FileRole.Nothing : segments[at] == Drafts ? FileRole.Draft : post.Role };
        }

        if (segments is [['_', .. var label], _, ..]) return InUnderscore(segments, label, settings);
        var file = Dated(segments);
        var isPage = isSaid || file.Role == FileRole.Nothing || segments is ["pages", ..];
        return Hides(segments) ? file with { Role = FileRole.Nothing } : isPage ? Page(segments) : file;
    }

    private static PostFile InUnderscore(string[] segments, string label, UrlSettings settings)
    {
        if (settings.Collections.ContainsKey(label)) return Page(segments[1..]) with { Collection = label };
        return label == "pages" ? Page(segments[1..]) : Page(segments) with { Role = FileRole.Nothing };
    }

    private static PostFile Page(string[] segments)
    {
        var path = string.Join('/', segments).TrimEnd('.');
        return new() { Role = FileRole.Page, Path = path, Title = path, Collection = "" };
    }

    private static PostFile Dated(string[] segments)
    {
        var path = string.Join('/', segments);
        if (Form().Match(segments[^1]) is not { Success: true } form || DateOf(form.Groups["date"].Value) is not { } date)
            return new() { Role = FileRole.Nothing, Path = path, Title = segments[^1].TrimEnd('.') };
        return new() { Role = FileRole.Post, Path = path, Title = form.Groups["title"].Value.TrimEnd('.'), Date = date };
    }

    private static DateTime? DateOf(string date) =>
        DateTime.TryParseExact(date, ["yyyy-M-d", "yy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    private static bool Hides(string[] segments) => segments.Any(segment => segment[0] is '_' or '.' or '#' or '~');

    [GeneratedRegex(@"\A(?<date>[0-9]{2,4}-[0-9]{1,2}-[0-9]{1,2})-(?<title>.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();
}
