using Blobpress.Site.Posts;
using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls.Generators;

/// <summary>Hugo's places: below the sections, or by the pattern of the section (Hugo's documentation, URL management).</summary>
internal sealed class HugoUrls : UrlRules
{
    private static readonly string[] Known =
    [
        "title", "slug", "slugorfilename", "slugorcontentbasename", "filename", "contentbasename", "section", "sections", "sectionslug", "sectionslugs",
    ];

    public static HugoUrls Rules { get; } = new();

    public override IEnumerable<(string Text, bool IsName)> Parts(string pattern) => HugoPattern.Parts(pattern);

    public override bool IsFolder(string url) => !url.Contains('.', StringComparison.Ordinal);

    public override UrlDraft Made(Post post, PostFile file, SiteSettings settings)
    {
        var pattern = PatternOf(post, file, settings.Urls);
        // Hugo dates what has no date the year 1.
        if (pattern is not null && post.IsUndated && Parts(pattern).Any(part => part.IsName && IsOfDate(part.Text))) pattern = null;
        var draft = pattern is null ? new UrlDraft(Place(post, file)) : Fill(pattern, name => Value(name, post, file, settings.Urls));
        var path = HugoText.Of(pattern is null ? draft.Path : Unescaped(draft.Path), settings.Urls).TrimEnd('/');
        var isUgly = settings.Urls.UglyUrls && path.Length > 0 && file.Name != "_index";
        return draft with { Path = Prefix(file, settings.Urls) + path + (isUgly ? ".html" : "/") };
    }

    public override UrlDraft Own(string permalink, Post post, PostFile file, SiteSettings settings)
    {
        var draft = Fill(permalink, name => Value(name, post, file, settings.Urls) is { } value ? Uri.EscapeDataString(value) : ":" + name);
        return draft with { Path = permalink.StartsWith('/') || permalink.Contains("//", StringComparison.Ordinal) ? draft.Path : Prefix(file, settings.Urls) + draft.Path };
    }

    public override string? UnknownName(string pattern, UrlSettings settings) => Parts(pattern)
        .Where(part => part.IsName && !Known.Contains(part.Text.Split('[')[0]) && !IsOfDate(part.Text)).Select(part => part.Text).FirstOrDefault();

    private static string? PatternOf(Post post, PostFile file, UrlSettings settings)
    {
        var section = FileNames.Segments(file.BundlePath) is [var first, _, ..] ? first : "";
        return settings.Sections.TryGetValue(section.Length == 0 ? "/" : section, out var own) ? own : post.IsPage ? null : settings.Pattern;
    }

    private static string Place(Post post, PostFile file)
    {
        var path = file.BundlePath;
        return post.Slug is null || file.Name == "_index" ? path : path[..(path.LastIndexOf('/') + 1)] + post.Slug;
    }

    private static string? Value(string name, Post post, PostFile file, UrlSettings settings)
    {
        var sections = FileNames.Segments(file.BundlePath).SkipLast(1).ToList();
        var (plain, slice) = name.IndexOf('[', StringComparison.Ordinal) is > 0 and var at ? (name[..at], name[at..]) : (name, null);
        return plain switch
        {
            "title" => Text(post.Title, settings),
            "slug" => Text(post.Slug ?? post.Title, settings),
            "slugorfilename" or "slugorcontentbasename" => Text(post.Slug ?? Base(file), settings),
            "filename" or "contentbasename" => Text(Base(file), settings),
            "section" or "sectionslug" => sections.FirstOrDefault() ?? "",
            "sections" or "sectionslugs" => string.Join('/', slice is null ? sections : HugoPattern.Slice(sections, slice)),
            _ => Moment.Part(name, post.UrlDate) ?? GoDate.Of(name, post.UrlDate),
        };
    }

    private static string Base(PostFile file) => file.Name == "_index" ? "" : file.BundleName;

    private static bool IsOfDate(string name) => Moment.Part(name, DateTimeOffset.UnixEpoch) is not null || GoDate.Of(name, DateTimeOffset.UnixEpoch) is not null;

    // A last sign for a fragment is lost on the way through a URL.
    private static string Text(string text, UrlSettings settings)
    {
        var made = HugoText.Of(text, settings);
        return made.IndexOf('#', StringComparison.Ordinal) == made.Length - 1 ? made.TrimEnd('#') : made;
    }

    // Hugo reads what its pattern gave as a query is read, where a plus is a blank.
    private static string Unescaped(string path) => Uri.UnescapeDataString(path.Replace('+', ' '));

    private static string Prefix(PostFile file, UrlSettings settings) =>
        file.Language is { } language && language != settings.Languages[0] ? language + "/" : "";
}
