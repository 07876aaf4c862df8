namespace Blobpress.Site.Settings;

/// <summary>Everything <c>site.yml</c> can say, with the defaults that hold where it says nothing.</summary>
public sealed record SiteSettings
{
    /// <summary>The defaults of <see cref="Generator.Hexo"/>.</summary>
    public SiteSettings()
        : this(Generator.Hexo)
    {
    }

    private SiteSettings(Generator generator)
    {
        Generator = generator;
        Markdown = MarkdownSettings.Of(generator);
        Urls = UrlSettings.Of(generator);
    }

    /// <summary>What holds for the posts of a generator as long as no other key says otherwise.</summary>
    public static SiteSettings Of(Generator generator) => new(generator);

    /// <summary><c>generator</c>: <c>hexo</c>, <c>jekyll</c>, <c>hugo</c> or <c>none</c>; decides the defaults of other keys.</summary>
    public Generator Generator { get; }

    /// <summary><c>title</c>: the site's name.</summary>
    public string Title { get; init; } = "Blobpress";

    /// <summary><c>description</c>: one sentence about the site.</summary>
    public string Description { get; init; } = "";

    /// <summary><c>base_url</c> or <c>url</c>: the public root of the site, absolute, ending in a slash.</summary>
    public Uri BaseUrl { get; init; } = new("http://127.0.0.1:8080/");

    /// <summary><c>language</c> or <c>lang</c>: a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary><c>time_zone</c> or <c>timezone</c>: an IANA name such as <c>Asia/Shanghai</c>; dates without an offset are read, and all dates shown, in it.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary><c>author</c>: the author of posts that name none.</summary>
    public string? Author { get; init; }

    /// <summary>How names of files become URLs: the keys stand at the top of the file.</summary>
    public UrlSettings Urls { get; init; }

    /// <summary><c>markdown</c>: what of Markdown the generators read differently.</summary>
    public MarkdownSettings Markdown { get; init; }

    /// <summary><c>toc</c>: every post with two headings shows its contents, unless it says <c>toc: false</c>.</summary>
    public bool Contents { get; init; }

    /// <summary><c>menu</c>: links in the header: items with title and url, or lines <c>Title: /url/</c>.</summary>
    public IReadOnlyList<MenuItem> Menu { get; init; } = [];

    /// <summary><c>lists</c>: how long the lists are.</summary>
    public ListSettings Lists { get; init; } = new();

    /// <summary><c>feed</c>: what the feeds hold.</summary>
    public FeedSettings Feed { get; init; } = new();

    /// <summary><c>images</c>: what is made of each image.</summary>
    public ImageSettings Images { get; init; } = new();

    /// <summary><c>fetch</c>: what an image may cost.</summary>
    public FetchSettings Fetch { get; init; } = new();

    /// <summary><c>links</c>: what links in posts lead to.</summary>
    public LinkSettings Links { get; init; } = new();

    /// <summary><c>embeds</c>: hosts whose iframes stay in a post, in place of <see cref="DefaultEmbeds"/>, such as <c>www.youtube-nocookie.com</c>; a leading <c>*.</c> takes subdomains in.</summary>
    public IReadOnlyList<string> Embeds { get; init; } = DefaultEmbeds;

    /// <summary><c>trusted_files</c>: files beside the posts that go out as what they are even where a browser runs them.</summary>
    public TrustedFiles TrustedFiles { get; init; } = TrustedFiles.None;

    /// <summary><c>comments</c>: HTML put below each post that allows comments, as the site's owner wrote it, or null.</summary>
    public string? Comments { get; init; }

    /// <summary>Video and music players that posts embed most.</summary>
    public static IReadOnlyList<string> DefaultEmbeds { get; } =
    [
        "www.youtube.com", "www.youtube-nocookie.com", "player.vimeo.com", "player.bilibili.com",
        "v.qq.com", "music.163.com", "player.youku.com", "open.spotify.com", "w.soundcloud.com", "codepen.io",
    ];
}

/// <summary>A link in the site's header.</summary>
public sealed record MenuItem(string Title, string Url);

/// <summary>How long the lists are.</summary>
public sealed record ListSettings
{
    /// <summary>The most entries that any front page or feed shows, whatever the settings.</summary>
    public const int MostOnFront = 100;

    /// <summary><c>lists.front_page</c>: cards on a front page, 1 to 100.</summary>
    public int FrontPage { get; init; } = 20;

    /// <summary><c>lists.archive_page</c>: entries on an archive page before it splits, 2 to 200.</summary>
    public int ArchivePage { get; init; } = 200;

    /// <summary><c>lists.paths</c>: where they are.</summary>
    public ListPaths Paths { get; init; } = ListPaths.Default;
}

/// <summary>What the feeds hold.</summary>
public sealed record FeedSettings
{
    /// <summary><c>feed.entries</c>: entries in a feed, 1 to 100.</summary>
    public int Entries { get; init; } = 20;

    /// <summary><c>feed.full_content</c>: true: each entry carries the whole post; false: its excerpt.</summary>
    public bool FullContent { get; init; }
}
