using Blobpress.Site.Posts;
using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls.Generators;

namespace Blobpress.Site.Urls;

/// <summary>The URL of a post's page, and its old ones.</summary>
public static class Permalink
{
    /// <summary>
    /// The post's own permalink where it has one, else what the site's pattern or the file's place gives, by the rules of the
    /// site's generator. One that ends in a slash is a folder's page; another is a file of that very name, which Hugo and sites
    /// of no generator have only where it has a page's extension.
    /// </summary>
    /// <returns>
    /// The place; or why it is unfit: empty, <c>..</c>, a query or fragment, another host, a page that the site itself writes, or
    /// too long.
    /// </returns>
    public static PermalinkResult For(Post post, SiteSettings settings)
    {
        var rules = UrlRules.Of(settings.Generator);
        var file = PostFile.Of(post.Name, settings);
        if (!string.IsNullOrWhiteSpace(post.Permalink))
        {
            var own = rules.Own(post.Permalink.Trim(), post, file, settings);
            return Clean(own.Path, post.Permalink, rules, settings);
        }

        var made = rules.Made(post, file, settings);
        var (path, problem) = made.Problem is null ? UrlPath.OfName(made.Path, settings) : (null, made.Problem);
        return path is null ? Refused(settings.Urls.Pattern ?? made.Path, problem ?? "is no path", made.Problem is null && SitePaths.IsRoot(made.Path, settings)) : new PermalinkResult.At(path);
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

    private static PermalinkResult Clean(string alias, SiteSettings settings) => Clean(alias, alias, UrlRules.Of(settings.Generator), settings);

    private static PermalinkResult Clean(string url, string shown, UrlRules rules, SiteSettings settings)
    {
        var (path, problem) = UrlPath.Of(url, settings, rules.IsFolder(url));
        return path is null ? Refused(shown, problem ?? "is no path", SitePaths.IsRoot(url, settings)) : new PermalinkResult.At(path);
    }

    private static PermalinkResult.Refused Refused(string url, string problem, bool isSitesOwn) =>
        new(new Reason(0, 0, $"The permalink '{(url.Length <= 80 ? url : url[..80] + "…")}' {problem}.")) { IsSitesOwn = isSitesOwn };
}
