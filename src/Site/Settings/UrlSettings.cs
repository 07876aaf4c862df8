namespace Blobpress.Site.Settings;

/// <summary>How names of files become URLs, where a post's front matter doesn't say where it is.</summary>
public sealed record UrlSettings
{
    /// <summary><c>permalink</c>: a pattern in the generator's language; null for the place of the file below the content, as Hugo has it.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>permalinks</c>: Hugo's patterns by section, the first folder of a name; other sections keep the place of the file.</summary>
    public IReadOnlyDictionary<string, string> Sections { get; init; } = Empty;

    /// <summary><c>permalink_defaults</c>: what stands for a name of Hexo's pattern that a post says nothing of.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = Empty;

    /// <summary><c>new_post_name</c>: how Hexo's files are named, such as <c>:year-:month-:day-:title.md</c>; null: with or without a date before the title.</summary>
    public string? FileNames { get; init; }

    /// <summary><c>filename_case</c>: of categories in Hexo's URLs, 0 as written, 1 lower case, 2 upper case.</summary>
    public int FilenameCase { get; init; }

    /// <summary><c>default_category</c>: what stands for <c>:category</c> where a post has none.</summary>
    public string DefaultCategory { get; init; } = "uncategorized";

    /// <summary><c>category_map</c>: names of categories as they stand in URLs, of posts and of lists.</summary>
    public IReadOnlyDictionary<string, string> CategoryMap { get; init; } = Empty;

    /// <summary><c>tag_map</c>: names of tags as they stand in URLs of lists.</summary>
    public IReadOnlyDictionary<string, string> TagMap { get; init; } = Empty;

    /// <summary><c>post_asset_folder</c>: each of Hexo's posts is a folder of its URL, so that files can lie in it.</summary>
    public bool PostAssetFolder { get; init; }

    /// <summary><c>pretty_urls.trailing_html</c>: false where URLs are shown without <c>.html</c>.</summary>
    public bool TrailingHtml { get; init; } = true;

    /// <summary><c>uglyurls</c>: Hugo's files are <c>x.html</c> rather than <c>x/index.html</c>.</summary>
    public bool UglyUrls { get; init; }

    /// <summary><c>disablePathToLower</c>: Hugo's URLs keep capitals.</summary>
    public bool KeepCase { get; init; }

    /// <summary><c>removePathAccents</c>: Hugo's URLs have no accents.</summary>
    public bool RemoveAccents { get; init; }

    /// <summary><c>frontmatter.date</c>: where Hugo takes dates from; <c>:filename</c> among them takes the date off the name too.</summary>
    public IReadOnlyList<string> DateSources { get; init; } = [];

    /// <summary><c>languages</c>: of files such as <c>x.de.md</c> and folders such as <c>content/de/</c>, Hugo's default one first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary><c>collections</c>: Jekyll's, by name; of those that have pages, the pattern, or empty for the default one.</summary>
    public IReadOnlyDictionary<string, string> Collections { get; init; } = Empty;

    /// <summary><c>build_time_zone</c>: where Hexo ran, which shows dates in URLs on that clock; null for the site's own zone.</summary>
    public TimeZoneInfo? BuildZone { get; init; }

    /// <summary>
    /// <c>source_dir</c>: the folder that the generator reads, <c>.</c> for the top. Where it is null, a name that lies neither in
    /// <c>source/</c>, <c>content/</c> nor <c>_posts/</c> may be a post's or a page's, and front matter decides.
    /// </summary>
    public string? SourceFolder { get; init; }

    /// <summary>The habits of a generator.</summary>
    public static UrlSettings Of(Generator generator) => new()
    {
        Pattern = generator switch { Generator.Jekyll => "date", Generator.Hugo => null, _ => ":year/:month/:day/:title/" },
    };

    private static Dictionary<string, string> Empty { get; } = [];
}
