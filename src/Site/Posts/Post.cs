using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>A post as its author wrote it: the front matter understood, the body still in its own markup.</summary>
public sealed record Post
{
    private readonly DateTimeOffset? _urlDate;

    /// <summary>The blob's name in the posts container, such as <c>travel/2022-01-29-harbour.md</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>When the post was, or will be, published; in the site's time zone.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The date as its URL shows it: by some generators not on the site's clock.</summary>
    public DateTimeOffset UrlDate
    {
        get => _urlDate ?? Date;
        init => _urlDate = value;
    }

    /// <summary>True where neither front matter nor file name gives a date: it is then the upload's.</summary>
    public bool IsUndated { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>From this moment on the post is no longer published.</summary>
    public DateTimeOffset? Expires { get; init; }

    public bool Draft { get; init; }

    /// <summary>At a place of its own and in no list, as <c>about</c> is.</summary>
    public bool IsPage { get; init; }

    /// <summary>The slug that the front matter gives, as written, or null.</summary>
    public string? Slug { get; init; }

    /// <summary>A permalink of its own, as written in the front matter; it wins over the site's pattern.</summary>
    public string? Permalink { get; init; }

    /// <summary>Hexo's short, stable identifier, for permalink patterns with <c>:abbrlink</c>.</summary>
    public string? Abbrlink { get; init; }

    /// <summary>Old URLs of this post, each to become a redirect page.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Each entry is one path from the outermost category inwards: <c>[news, local]</c> is news/local.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Categories { get; init; } = [];

    /// <summary>The categories that stand in its URL, as written.</summary>
    public IReadOnlyList<string> UrlCategories { get; init; } = [];

    /// <summary>Values of the front matter that the site's pattern names.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The header image's URL or path as written, or null.</summary>
    public string? Cover { get; init; }

    /// <summary>An excerpt or description given in the front matter, plain text.</summary>
    public string? Description { get; init; }

    public bool Comments { get; init; } = true;

    /// <summary><c>toc</c>: whether the page shows a table of contents; null where the site or a mark in the text decides.</summary>
    public bool? Contents { get; init; }

    /// <summary>Above zero the post leads the home page, the highest first.</summary>
    public int Sticky { get; init; }

    /// <summary>A BCP 47 tag when the post's language differs from the site's.</summary>
    public string? Language { get; init; }

    public required PostBody Body { get; init; }

    /// <summary>The front matter as it was read, for templates that name any of its keys; null where there is none.</summary>
    internal Value.Map? FrontMatter { get; init; }

    /// <summary>What was ignored or repaired; it holds nothing back.</summary>
    public IReadOnlyList<Reason> Notes { get; init; } = [];
}
