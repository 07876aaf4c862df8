namespace Blobpress.Site.Settings;

/// <summary>Everything <c>site.yml</c> can say, with the defaults that hold where it says nothing.</summary>
public sealed record SiteSettings
{
    public string Title { get; init; } = "Blobpress";

    public string Description { get; init; } = "";

    /// <summary>The public root of the site, absolute, ending in a slash.</summary>
    public Uri BaseUrl { get; init; } = new("http://127.0.0.1:8080/");

    /// <summary>A BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>An IANA name such as <c>Asia/Shanghai</c>; dates without an offset are read, and all dates shown, in it.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    public string? Author { get; init; }

    /// <summary>Hexo's pattern language: <c>:year/:month/:day/:title/</c> and more.</summary>
    public string Permalink { get; init; } = ":year/:month/:day/:title/";

    public IReadOnlyList<MenuItem> Menu { get; init; } = [];

    public ListSettings Lists { get; init; } = new();

    public FeedSettings Feed { get; init; } = new();

    public ImageSettings Images { get; init; } = new();

    public FetchSettings Fetch { get; init; } = new();

    /// <summary>Hosts whose iframes stay in a post, such as <c>www.youtube-nocookie.com</c>; a leading <c>*.</c> takes subdomains in.</summary>
    public IReadOnlyList<string> Embeds { get; init; } = DefaultEmbeds;

    /// <summary>HTML put below each post that allows comments, as the site's owner wrote it, or null.</summary>
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
    /// <summary>Cards on a front page, 1 to 100.</summary>
    public int FrontPage { get; init; } = 20;

    /// <summary>Entries on an archive page before it splits, 10 to 200.</summary>
    public int ArchivePage { get; init; } = 200;
}

/// <summary>What the feeds hold.</summary>
public sealed record FeedSettings
{
    /// <summary>Entries in a feed, 1 to 100.</summary>
    public int Entries { get; init; } = 20;

    /// <summary>True: each entry carries the whole post; false: its excerpt.</summary>
    public bool FullContent { get; init; }
}
