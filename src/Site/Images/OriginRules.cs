using Blobpress.Site.Settings;

namespace Blobpress.Site.Images;

/// <summary>What a site says about where images come from.</summary>
/// <param name="Proxies">The part of a proxied URL before the origin's own, for proxies beyond the known ones.</param>
/// <param name="BaseUrl">The site's own root: a URL below it names a file beside the posts. Null where there is none.</param>
public sealed record OriginRules(IReadOnlyList<string> Proxies, Uri? BaseUrl)
{
    /// <summary>No proxies but the known ones and no site of one's own.</summary>
    public static OriginRules None { get; } = new([], null);

    /// <summary>Whether posts may keep their pictures in folders of their own.</summary>
    public OwnFolders OwnFolders { get; init; }

    /// <summary>The rules of a site.</summary>
    public static OriginRules Of(SiteSettings settings) => new(settings.Fetch.Proxies, settings.BaseUrl)
    {
        OwnFolders = settings.Generator is not Generator.Hexo and not Generator.None ? OwnFolders.None : settings.Urls.PostAssetFolder ? OwnFolders.First : OwnFolders.Second,
    };
}
