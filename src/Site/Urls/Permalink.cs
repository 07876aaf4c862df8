using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls;

/// <summary>The URL of a post's page, and its old ones.</summary>
public static class Permalink
{
    /// <summary>
    /// The post's own permalink where it has one, else the site's pattern filled in (<see cref="PermalinkPattern"/>). It ends in
    /// <c>/</c> or <c>.html</c>; any other gets a slash.
    /// </summary>
    /// <returns>
    /// The place; or why it is unfit: empty, <c>..</c>, a query or fragment, another host, a first segment that the site itself uses
    /// (<see cref="SitePaths.Reserved"/>), or too long.
    /// </returns>
    public static PermalinkResult For(Post post, SiteSettings settings)
    {
        var own = !string.IsNullOrWhiteSpace(post.Permalink);
        var (path, problem) = PermalinkPattern.Fill(own ? post.Permalink! : settings.Permalink, post, settings);
        if (problem is not null && !own) return Refused(settings.Permalink, problem);
        return Clean(path, settings);
    }

    /// <summary>The post's old URLs, cleaned as permalinks are; those that are unfit, or the post's present URL, are left out.</summary>
    public static IReadOnlyList<SitePath> Aliases(Post post, SiteSettings settings)
    {
        var present = For(post, settings) is PermalinkResult.At at ? at.Path : null;
        return [.. post.Aliases.Select(alias => Clean(alias, settings)).OfType<PermalinkResult.At>().Select(alias => alias.Path)
            .Where(path => path != present).Distinct()];
    }

    /// <summary>Why some of the post's old URLs are left out.</summary>
    public static IReadOnlyList<Reason> RefusedAliases(Post post, SiteSettings settings) =>
        [.. post.Aliases.Select(alias => Clean(alias, settings)).OfType<PermalinkResult.Refused>().Select(refused => refused.Reason)];

    private static PermalinkResult Clean(string url, SiteSettings settings)
    {
        var (path, problem) = UrlPath.Of(url, settings.BaseUrl);
        return path is null ? Refused(url, problem ?? "is no path") : new PermalinkResult.At(path);
    }

    private static PermalinkResult.Refused Refused(string url, string problem) =>
        new(new Reason(0, 0, $"The permalink '{(url.Length <= 80 ? url : url[..80] + "…")}' {problem}."));
}
