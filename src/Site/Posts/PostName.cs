using System.Globalization;
using System.Text.RegularExpressions;

namespace Blobpress.Site.Posts;

/// <summary>What a post's file name says about it.</summary>
/// <param name="Full">The blob's name.</param>
/// <param name="Stem">The name without folder, date and extension; for <c>x/index.md</c> (a Hugo bundle) the folder's, <c>x</c>.</param>
/// <param name="Date">The date before it, as in <c>2022-01-29-x.md</c>, or null.</param>
/// <param name="Draft">True in a folder <c>_drafts</c> (Jekyll, Hexo).</param>
/// <param name="Html">True for <c>.html</c> and <c>.htm</c>.</param>
internal sealed partial record PostName(string Full, string Stem, DateTime? Date, bool Draft, bool Html)
{
    /// <summary>The most UTF-16 units a name may have; blob names end at 1,024, and URLs hold three bytes for one of them.</summary>
    public const int MaxLength = 400;

    /// <summary>Reads a blob's name.</summary>
    public static PostName Of(string name)
    {
        var segments = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var file = segments.Length == 0 ? "" : segments[^1];
        var plain = Extension().Replace(file, "");
        var stem = plain is "index" or "_index" && segments.Length > 1 ? segments[^2] : plain;
        var html = file.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
        var draft = segments.Contains("_drafts", StringComparer.OrdinalIgnoreCase);
        var date = Prefix().Match(stem) is { Success: true } prefix ? DateOf(prefix) : null;
        return date is null ? new(name, stem, null, draft, html) : new(name, Undated(stem), date, draft, html);
    }

    /// <summary>Why a name can't be a post's, or null.</summary>
    public static string? Problem(string name)
    {
        if (name.Length == 0) return "The post has no name.";
        return name.Length > MaxLength ? $"The name is {name.Length} characters long; {MaxLength} is the most." : SourceName.Problem(name);
    }

    private static string Undated(string stem) => Prefix().Replace(stem, "") is { Length: > 0 } rest ? rest : stem;

    private static DateTime? DateOf(Match prefix) =>
        DateTime.TryParseExact(prefix.Groups["date"].Value, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[-_ ]+|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\.(?:md|markdown|mdown|mkd|html?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
