using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Pure;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Html;
using Blobpress.Site.Links;
using Blobpress.Site.Listings;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Posts;

/// <summary>Writes what a post shows, in the order in which readers may come upon it: images, content, page, redirects.</summary>
internal sealed class PostPages(StorageAccount account, ImagePublisher images, PublishingOptions options, TimeProvider clock)
{
    private readonly SiteWriter _web = new(account.Web);
    private readonly ContentStore _contents = new(account.State);
    private readonly PageWriter _pages = new(account);
    private readonly UrlOwnership _urls = new(account, options, clock);
    private readonly UrlClaims _claims = new(account.Claims);
    private readonly PostLinks _links = new(account);

    /// <summary>Publishes a post whose time has come.</summary>
    public async Task<PageResult> PublishAsync(EditionDraft draft, Post post, string etag, SeenFiles seen, CancellationToken cancel)
    {
        var (parsed, fault) = Parse(draft, post, LinkTargets.Unknown, cancel);
        if (parsed is not ArticleResult.Drafted(var article))
        {
            return new PageResult.Refused(parsed is ArticleResult.Rejected rejected ? rejected.Reasons : [fault!], null, []);
        }

        var permalink = Permalink.For(post, draft.Site.Settings);
        if (permalink is not PermalinkResult.At(var path))
        {
            return new PageResult.Refused([((PermalinkResult.Refused)permalink).Reason], null, []);
        }

        var claimed = await ClaimAsync(draft, post, path, redirect: false, cancel).ConfigureAwait(false);
        if (claimed.Name != post.Name)
        {
            return new PageResult.Refused([new(0, 0, $"The URL {path.Url} belongs to {claimed.Name}; give this post a permalink, a slug or a date of its own.")], path.Blob, Successors(draft, [(path, claimed.Name)]));
        }

        var links = await _links.EnsureAsync(article.Links, draft, cancel).ConfigureAwait(false);
        if (links.Count > 0)
        {
            // Once more, now that it is known where its links lead: titles stand in excerpts too, and notes have their places.
            var targets = new LinkTargets(links.ToDictionary(link => link.Reference(post.Name), link => link.Leads));
            (parsed, fault) = Parse(draft, post, targets, cancel);
            if (parsed is not ArticleResult.Drafted(var linked))
            {
                return new PageResult.Refused(parsed is ArticleResult.Rejected refused ? refused.Reasons : [fault!], null, []);
            }

            article = linked;
        }

        var outcomes = await images.EnsureAsync(article, post.Name, draft.Site.Settings, cancel).ConfigureAwait(false);
        var (content, unfit) = PureWork.Try("The post", post.Body.Text.Length, () => PageContents.Of(post, path, article.Render(outcomes.ByKey), draft.Site.Settings), cancel);
        if (content is null)
        {
            draft.Attempts.Wrote(Footprint.Empty with { Images = [.. outcomes.Live.Select(image => image.Key)] });
            return new PageResult.Refused([unfit!], null, []);
        }

        var (aliases, waiting, rivals) = await ClaimAliasesAsync(draft, post, path, cancel).ConfigureAwait(false);
        var stored = await _contents.WriteAsync(content, cancel).ConfigureAwait(false);
        var live = new LivePost
        {
            Page = path.Blob,
            Aliases = [.. aliases.Select(alias => alias.Blob)],
            Waiting = [.. waiting.Select(alias => alias.Path.Blob)],
            Key = SortKey.Of(post.Date, post.Name),
            Summary = content.Summary,
            Lists = Memberships.Of(post, draft.Site.Settings),
            Content = stored.Name,
            ContentETag = stored.ETag,
            Fingerprint = draft.Site.Fingerprint,
            Images = outcomes.Live,
            Links = links,
            Expires = post.Expires,
        };
        draft.Attempts.Wrote(live.Footprint);
        await WriteFilesAsync(draft, live, content, seen, cancel).ConfigureAwait(false);
        if (claimed.Rival is { } rival && draft.State.Record?.Live?.Page != path.Blob)
        {
            rivals.Add(rival);
        }

        rivals.AddRange(Successors(draft, waiting.Select(alias => (alias.Path, alias.Owner))));
        return new PageResult.Written(
            live, outcomes.Reports, [.. post.Notes, .. article.Notes, .. Permalink.RefusedAliases(post, draft.Site.Settings), .. waiting.Select(Note), .. Beyond(post, path, draft.Site.Settings)], [.. rivals.Distinct()]);
    }

    /// <summary>
    /// Writes the page and redirects of a post whose source is bad by now: what was lost of them, and all where settings or
    /// theme changed; the page from its content.
    /// </summary>
    public async Task RestoreAsync(EditionDraft draft, LivePost live, SeenFiles seen, CancellationToken cancel)
    {
        foreach (var alias in live.Aliases)
        {
            if (!SitePaths.IsReserved(alias, draft.Site.Settings) && await _claims.OwnerAsync(alias, cancel).ConfigureAwait(false) == draft.State.Name)
            {
                var path = SitePath.OfBlob(alias);
                await _web.WriteAsync(path, seen[path], Redirect(draft.Site, live), always: false, cancel).ConfigureAwait(false);
            }
        }

        var page = SitePath.OfBlob(live.Page);
        var isDue = seen[page].Content != live.Content || draft.State.Record?.Live?.Fingerprint != live.Fingerprint;
        if (isDue && await _contents.ReadAsync(live.Content, cancel).ConfigureAwait(false) is { } content)
        {
            await _pages.WriteAsync(draft.Site, live, content, seen[page], ShownAt(draft.State), always: false, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The page at a post's former URLs.</summary>
    public static FileContent Redirect(SiteContext site, LivePost live) => FileContent.Html(site.Page(theme => theme.Redirect(site.Settings, live.Summary.Url), CancellationToken.None));

    private static (ArticleResult? Result, Reason? Fault) Parse(EditionDraft draft, Post post, LinkTargets targets, CancellationToken cancel) =>
        PureWork.Try("The post", post.Body.Text.Length, () => ArticleParser.Parse(post, draft.Site.Settings, draft.Site.Library, targets, cancel), cancel);

    private async Task WriteFilesAsync(EditionDraft draft, LivePost live, PageContent content, SeenFiles seen, CancellationToken cancel)
    {
        var before = draft.State.Record?.Live;

        // Where this post is not live at this path already, a removal may be under way: a new ETag stops it.
        var always = before?.Page != live.Page;

        draft.Attempts.Paths.UnionWith(live.Footprint.Paths);
        await _pages.WriteAsync(draft.Site, live, content, seen[SitePath.OfBlob(live.Page)], ShownAt(draft.State), always, cancel).ConfigureAwait(false);
        foreach (var alias in live.Aliases.Select(SitePath.OfBlob))
        {
            await _web.WriteAsync(alias, seen[alias], Redirect(draft.Site, live), before?.Aliases.Contains(alias.Blob) != true, cancel).ConfigureAwait(false);
        }
    }

    // While the lists lag behind the record, those that show the post may be going.
    private static IEnumerable<ListRow> ShownAt(PostState state) =>
        state is { IsListed: true, Indexed: { } indexed } ? indexed.Footprint.Rows : [];

    // This post had a path and its own claim to it has become the weaker one: its date changed, or the page became a redirect.
    // The owner was refused, and nobody else tells it that its turn has come.
    private static IReadOnlyList<string> Successors(EditionDraft draft, IEnumerable<(SitePath Path, string Owner)> lost)
    {
        var record = draft.State.Record;
        bool Had(SitePath path) => draft.State.Everything.Paths.Contains(path.Blob) && record?.RefusedPath != path.Blob && record?.Live?.Waiting.Contains(path.Blob) != true;
        return [.. lost.Where(entry => Had(entry.Path)).Select(entry => entry.Owner)];
    }

    private async Task<(IReadOnlyList<SitePath> Own, IReadOnlyList<WaitingAlias> Waiting, List<string> Rivals)> ClaimAliasesAsync(
        EditionDraft draft, Post post, SitePath page, CancellationToken cancel)
    {
        var (own, waiting, rivals) = (new List<SitePath>(), new List<WaitingAlias>(), new List<string>());
        foreach (var alias in AliasesBut(page, post, draft.Site.Settings).Take(options.MostAliases))
        {
            var owner = await ClaimAsync(draft, post, alias, redirect: true, cancel).ConfigureAwait(false);
            if (owner.Name == post.Name)
            {
                own.Add(alias);
                if (owner.Rival is { } rival && draft.State.Record?.Live?.Aliases.Contains(alias.Blob) != true)
                {
                    rivals.Add(rival);
                }
            }
            else
            {
                waiting.Add(new(alias, owner.Name));
            }
        }

        return (own, waiting, rivals);
    }

    private static IEnumerable<SitePath> AliasesBut(SitePath page, Post post, SiteSettings settings) => Permalink.Aliases(post, settings).Where(alias => alias != page);

    private IEnumerable<Reason> Beyond(Post post, SitePath page, SiteSettings settings)
    {
        var beyond = AliasesBut(page, post, settings).Skip(options.MostAliases).ToList();
        return beyond.Count == 0 ? [] : [new(0, 0, $"Of the post's old URLs the first {options.MostAliases} become redirects; {beyond.Count:N0} are left out, from {beyond[0].Url} on.")];
    }

    private static Reason Note(WaitingAlias alias) => new(0, 0, $"The redirect from {alias.Path.Url} is left out: the URL belongs to {alias.Owner}.");

    private async Task<UrlOwner> ClaimAsync(EditionDraft draft, Post post, SitePath path, bool redirect, CancellationToken cancel)
    {
        var live = draft.State.Record?.Live;
        var held = live?.Summary.Date == post.Date && (redirect ? live.Aliases.Contains(path.Blob) : live.Page == path.Blob);
        draft.Attempts.Wrote(Footprint.Empty with { Paths = [path.Blob] });
        return await _urls.ClaimAsync(new(path.Blob, post.Name, post.Date, redirect), held, draft.Site, cancel).ConfigureAwait(false);
    }

    private sealed record WaitingAlias(SitePath Path, string Owner);
}
