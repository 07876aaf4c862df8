using Blobpress.Site.Html.Tags;
using Blobpress.Site.Html.Tree;
using Blobpress.Site.Images;
using Blobpress.Site.Links;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html;

/// <summary>Links of a post to other posts and to files beside them: each leads to where that is now, as far as it is known.</summary>
internal sealed class InnerLinks(Post post, SiteSettings settings, OriginRules rules, LinkTargets targets, ArticleNotes notes)
{
    private readonly OwnHosts _hosts = new(settings.Links.OwnHosts);
    private readonly List<LinkReference> _references = [];
    private readonly HashSet<LinkReference> _taken = [];

    /// <summary>What the links name, in the order of the text, each once and at most <see cref="LinkReference.Most"/> of them.</summary>
    public IReadOnlyList<LinkReference> References => _references;

    /// <summary>Sets the address of a link that leads to a post, or takes the link off its text where there is none.</summary>
    /// <param name="link">The link.</param>
    /// <param name="raw">Its address as it is in the text, or as a tag put it there.</param>
    /// <returns>False where it leads elsewhere, or to a file; the address is as it was then.</returns>
    public bool Lead(Element link, string raw)
    {
        if (PostTarget.In(raw) is { } named)
        {
            if (named.Name.Length == 0)
                link.SetAttribute("href", named.Suffix);
            else
                Follow(link, named.Reference(post.Name), named.Suffix, named.Written);
            return true;
        }

        if (Origin.Link(raw, post.Name, rules) is not { Length: > 0 } href)
            return false;
        return RawUrl.IsHttp(href)
            ? _hosts.PathOf(href) is { } path && LeadHome(link, path, raw)
            : href[0] is not '#' and not '?' && !RawUrl.HasScheme(href) && LeadTo(link, href, raw);
    }

    private bool LeadTo(Element link, string href, string raw)
    {
        var (path, suffix) = Split(href);
        if (IsSource(path))
        {
            Follow(link, new(LinkKind.Source, path, post.Name), suffix, raw);
            return true;
        }

        if (AssetPath.IsFile(href))
            LookFor(path, raw);
        else if (IsFolder(path) && Take(new(LinkKind.Folder, path, post.Name)) is { } reference && targets[reference] is { } target)
            return Set(link, target.Url + suffix);
        return false;
    }

    // A path on a host that was the site's own.
    private bool LeadHome(Element link, string href, string raw)
    {
        var (path, suffix) = Split(href);
        if (AssetPath.IsFile(href) && AssetPath.Resolve("/" + LinkReference.AsFile(path), "") is { } file)
        {
            LookFor(path, raw);
            return Set(link, SitePath.OfBlob(file).Url + suffix);
        }

        var reference = new LinkReference(LinkKind.Url, path, post.Name);
        if (reference.Places.FirstOrDefault(place => SitePaths.IsReserved(place, settings)) is { } own)
            return Set(link, SitePath.OfBlob(own).Url + suffix);
        Follow(link, reference, suffix, raw);
        return true;
    }

    // As it is in a place where links lead, so that an escape stays one.
    private static bool Set(Element link, string address)
    {
        link.SetAttribute("href", address.Replace(" ", "%20", StringComparison.Ordinal));
        return true;
    }

    private void Follow(Element link, LinkReference reference, string suffix, string raw)
    {
        var name = reference.Target + suffix;
        if (Take(reference) is { } taken && targets[taken] is { } target)
        {
            Set(link, target.Url + suffix);
            return;
        }

        notes.AddLink(PostTarget.In(raw)?.Written ?? raw, name, $"No post that is published is {Excerpt.Of(name, 200)}; the link's text is shown without it until there is one.");
        link.Replace(link.TakeChildren());
    }

    // A file's own name is its address.
    private void LookFor(string path, string raw)
    {
        if (AssetPath.Resolve("/" + LinkReference.AsFile(path), "") is { } name && !SitePaths.IsReserved(name, settings)
            && Take(new(LinkKind.File, name, post.Name)) is { } reference && targets.Lacks(reference))
            notes.AddLink(PostTarget.In(raw)?.Written ?? raw, name, $"The link leads to {Excerpt.Of(name, 200)}, and no such file is published.");
    }

    // Null for one too many, and for what can be no post's.
    private LinkReference? Take(LinkReference reference)
    {
        if (_taken.Contains(reference))
            return reference;
        if (_references.Count == LinkReference.Most || reference.Target.Length > SourceName.MaxLength || reference.Key is null)
            return null;
        _taken.Add(reference);
        _references.Add(reference);
        return reference;
    }

    private static (string Path, string Suffix) Split(string href)
    {
        var suffix = AssetPath.Suffix(href);
        return (Uri.UnescapeDataString(href[..^suffix.Length]), suffix);
    }

    private static bool IsSource(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    // From the top only Hugo has folders that are posts; elsewhere such a path is a URL.
    private bool IsFolder(string path)
    {
        var last = path.TrimEnd('/') is var plain ? plain[(plain.LastIndexOf('/') + 1)..] : "";
        return (path[0] != '/' || settings.Generator == Generator.Hugo) && last is not ("" or "." or "..")
            && Path.GetExtension(path).ToLowerInvariant() is "" or ".html" or ".htm";
    }
}
