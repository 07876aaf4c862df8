using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Blobpress.Site.Urls.Generators;

namespace Blobpress.Site.Posts.Files;

/// <summary>Reads names by Hexo's <c>new_post_name</c>.</summary>
internal static class HexoFileName
{
    private static volatile Rule? _latest;

    /// <summary>
    /// What a name says by a pattern such as <c>:year-:month-:day-:title.md</c>. One that is not of the pattern has a title without
    /// slashes and signs, as Hexo makes of it.
    /// </summary>
    /// <param name="path">Below <c>_posts/</c>, without extension.</param>
    /// <param name="pattern">With or without extension.</param>
    public static PostFile Read(string path, string pattern)
    {
        var rule = _latest is { } latest && latest.Pattern == pattern ? latest : _latest = Rule.Of(pattern);
        var parts = rule.Read(path);
        return new()
        {
            Role = FileRole.Either,
            Path = path,
            Title = parts?.GetValueOrDefault("title") ?? HexoSlug.Of(path),
            Date = parts is null ? null : DateOf(parts),
            Parts = parts ?? [],
        };
    }

    private static DateTime? DateOf(Dictionary<string, string> parts)
    {
        var date = $"{parts.GetValueOrDefault("year")}-{Either("month")}-{Either("day")}";
        return DateTime.TryParseExact(date, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

        string? Either(string name) => parts.GetValueOrDefault(name) ?? parts.GetValueOrDefault("i_" + name);
    }

    private sealed record Rule(string Pattern, Regex Form, IReadOnlyList<string> Names)
    {
        public static Rule Of(string pattern)
        {
            var names = new List<string>();
            var form = new StringBuilder(@"\A");
            foreach (var (text, isName) in HexoPattern.Parts(WithoutExtension(pattern)))
            {
                if (isName) names.Add(text);
                form.Append(isName ? Group(text) : Regex.Escape(text));
            }

            // A group may take any character but a line's end; without backtracking the pattern's length times the name's is the most.
            return new(pattern, new Regex(form.Append(@"\z").ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), names);
        }

        public Dictionary<string, string>? Read(string path)
        {
            if (Form.Match(path) is not { Success: true } match) return null;
            var parts = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var at = 0; at < Names.Count; at++) parts[Names[at]] = match.Groups[at + 1].Value;
            return parts;
        }

        private static string Group(string name) => name switch
        {
            "year" => "([0-9]{4})",
            "month" or "day" => "([0-9]{2})",
            "i_month" or "i_day" => "([0-9]{1,2})",
            "hash" => "([0-9a-f]{12})",
            _ => "(.+?)",
        };

        private static string WithoutExtension(string pattern) =>
            pattern.LastIndexOf('.') is > 0 and var dot && dot > pattern.LastIndexOf('/') ? pattern[..dot] : pattern;
    }
}
