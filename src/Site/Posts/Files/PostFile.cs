using Blobpress.Site.Settings;

namespace Blobpress.Site.Posts.Files;

/// <summary>What the name of a source says of it, by the rules of its generator.</summary>
internal sealed record PostFile
{
    /// <summary>What it is to the generator.</summary>
    public required FileRole Role { get; init; }

    /// <summary>Its place below the folder of posts or the content, without extension: <c>travel/2022-01-29-harbour</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Its title in URLs: the place without the date, or what <c>new_post_name</c> leaves of it.</summary>
    public required string Title { get; init; }

    /// <summary>The date in its name, or null.</summary>
    public DateTime? Date { get; init; }

    /// <summary>The folders above <c>_posts/</c>, which Jekyll takes for categories.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>What else its name says, by <c>new_post_name</c>.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <summary>The language in its name, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The collection it is in: Jekyll's.</summary>
    public string Collection { get; init; } = "posts";

    /// <summary>True for <c>.html</c> and <c>.htm</c>.</summary>
    public bool Html { get; init; }

    /// <summary>True for a folder's own page: <c>index.md</c>, and Hugo's <c>_index.md</c>.</summary>
    public bool IsIndex => Name is "index" or "_index";

    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folders of <see cref="Path"/>, each with a slash; empty at the top.</summary>
    public string Folder => Path[..(Path.LastIndexOf('/') + 1)];

    /// <summary><see cref="Name"/>; of a folder's own page the folder's.</summary>
    public string BundleName => IsIndex && Folder.Length > 0 ? Folder[..^1][(Folder[..^1].LastIndexOf('/') + 1)..] : Name;

    /// <summary><see cref="Path"/>; of a folder's own page the folder's, which is empty at the top.</summary>
    public string BundlePath => IsIndex ? Folder.TrimEnd('/') : Path;

    /// <summary>Reads a source's name.</summary>
    public static PostFile Of(string name, SiteSettings settings) => settings.Generator switch
    {
        Generator.Hexo => HexoFile.Of(name, settings.Urls),
        Generator.Jekyll => JekyllFile.Of(name, settings.Urls),
        Generator.Hugo => HugoFile.Of(name, settings),
        _ => PlainFile.Of(name),
    };
}

/// <summary>What a file is to its generator.</summary>
internal enum FileRole
{
    /// <summary>A post.</summary>
    Post,

    /// <summary>A post that is not to be published yet.</summary>
    Draft,

    /// <summary>A page at its own place, in no list.</summary>
    Page,

    /// <summary>A post or a page: the front matter says which.</summary>
    Either,

    /// <summary>Nothing: a template, an include, data.</summary>
    Nothing,
}
