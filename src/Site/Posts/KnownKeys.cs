using System.Text.RegularExpressions;

namespace Blobpress.Site.Posts;

/// <summary>The keys that tell front matter from prose with a colon in it.</summary>
internal static partial class KnownKeys
{
    private const int Looked = 60;

    /// <summary>True where the text begins, after blank lines, with a key that posts have.</summary>
    public static bool BeginsWith(ReadOnlySpan<char> text) => Known().IsMatch(text);

    /// <summary>True where at least two of the lines from <paramref name="from"/> on begin with such a key, before the next fence.</summary>
    public static bool HasSeveral(TextLines lines, int from)
    {
        var found = 0;
        for (var line = from; line < Math.Min(lines.Count, from + Looked) && !FrontMatterForms.IsFence(lines[line]) && found < 2; line++)
            if (BeginsWith(lines[line])) found++;
        return found >= 2;
    }

    [GeneratedRegex(
        @"\A\s*""?(?:title|date|tags?|categor(?:y|ies)|layout|author|draft|permalink|slug|description|cover|thumbnail|headimg|abbrlink|updated|published)""?[ \t]*[:=](?:\s|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
