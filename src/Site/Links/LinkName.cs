using Blobpress.Site.Posts.Files;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Links;

/// <summary>Names of posts as links spell them: case, signs between words, extension and a date in front don't matter.</summary>
internal static class LinkName
{
    /// <summary>What all spellings of a post's name end in: <c>other</c> for <c>notes/2020-01-01-Other.md</c> and <c>blog/other/index.md</c>.</summary>
    public static string Of(string path)
    {
        var plain = Plain(path);
        return plain[(plain.LastIndexOf('/') + 1)..];
    }

    /// <summary>A path in the one spelling, a folder's own file as the folder: <c>notes/other</c>.</summary>
    public static string Plain(string path)
    {
        var segments = FileNames.WithoutExtension(ComposedText.Of(path)).Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length > 1 && IsIndex(segments[^1])) segments = segments[..^1];
        if (segments.Length > 0) segments[^1] = FileNames.Dated(segments[^1]).Undated;
        return string.Join('/', segments.Select(Spelled));
    }

    /// <summary>The date in front of the last part of a path, or null.</summary>
    public static DateTime? DateOf(string path) => FileNames.Dated(path[(path.LastIndexOf('/') + 1)..]).Date;

    /// <summary>A path below the folder of posts, or of the content.</summary>
    public static string Below(string path)
    {
        var segments = path.Split('/');
        var posts = Array.FindLastIndex(segments, segment => segment is "_posts" or "_drafts");
        if (posts < 0 && segments[0] is "source" or "content") posts = 0;
        return posts == segments.Length - 1 ? path : string.Join('/', segments[(posts + 1)..]);
    }

    // Hugo's of a language are index.de.md.
    private static bool IsIndex(string stem) =>
        stem is "index" or "_index" || stem.StartsWith("index.", StringComparison.Ordinal) || stem.StartsWith("_index.", StringComparison.Ordinal);

    private static string Spelled(string segment) => string.Create(segment.Length, segment, (spelled, text) =>
    {
        for (var at = 0; at < text.Length; at++)
            spelled[at] = text[at] is ' ' or '_' ? '-' : char.ToLowerInvariant(text[at]);
    });
}
