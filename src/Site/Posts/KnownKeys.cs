using System.Text.RegularExpressions;

namespace Blobpress.Site.Posts;

/// <summary>The keys that tell front matter from prose with a colon in it.</summary>
internal static partial class KnownKeys
{
    /// <summary>True where the text begins, after blank lines, with a key that posts have.</summary>
    public static bool BeginsWith(ReadOnlySpan<char> text) => Known().IsMatch(text);

    [GeneratedRegex(
        @"\A\s*(?:title|date|tags?|categor(?:y|ies)|layout|author|draft|permalink|slug|description|cover|thumbnail|headimg|abbrlink|updated|published)[ \t]*[:=](?:\s|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
