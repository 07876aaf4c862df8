using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Pure;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Posts;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Posts;

/// <summary>Reads a source, decides what becomes of it and writes its files: images, content, page, redirects.</summary>
internal sealed class PostEdition(StorageAccount account, ImagePublisher images, PublishingOptions options, TimeProvider clock)
{
    private readonly SiteWriter _web = new(account.Web);
    private readonly UrlClaims _claims = new(account.Claims);
    private readonly PostLinks _links = new(account);
    private readonly PostPages _pages = new(account, images, options, clock);

    /// <summary>The versions of all files the post is known to have, read before its source is.</summary>
    public async Task<SeenFiles> SeeAsync(PostState state, Attempts attempts, CancellationToken cancel)
    {
        var versions = new Dictionary<string, FileVersion>();
        foreach (var path in (state.Record?.Live?.Footprint.Paths ?? []).Union(attempts.Paths))
        {
            versions[path] = await _web.ReadVersionAsync(SitePath.OfBlob(path), cancel).ConfigureAwait(false);
        }

        return new(versions);
    }

    /// <summary>True where all that is live is there, owned, shows the images as they are now and links where they are now.</summary>
    public async Task<bool> IsWholeAsync(PostState state, SeenFiles seen, SiteContext site, CancellationToken cancel)
    {
        if (state.Record?.Live is not { } live)
        {
            return true;
        }

        var claim = new UrlClaim(live.Page, state.Name, live.Summary.Date, Redirect: false);
        return seen[SitePath.OfBlob(live.Page)].Content == live.Content
            && AreRedirectsWritten(site, live, seen)
            && await _claims.OwnsAsync(claim, cancel).ConfigureAwait(false)
            && await RedirectsStandAsync(state.Name, live, cancel).ConfigureAwait(false)
            && (state.Record.Outcome != SourceOutcome.Published
                || (await images.AreCurrentAsync(live.Images, site.Settings, cancel).ConfigureAwait(false) && await _links.AreCurrentAsync(state.Name, live.Links, site.Settings, cancel).ConfigureAwait(false)));
    }

    private static bool AreRedirectsWritten(SiteContext site, LivePost live, SeenFiles seen)
    {
        if (live.Aliases.Count == 0)
        {
            return true;
        }

        var redirect = PostPages.Redirect(site, live).Hash;
        return live.Aliases.All(alias => seen[SitePath.OfBlob(alias)].Hash == redirect);
    }

    private async Task<bool> RedirectsStandAsync(string name, LivePost live, CancellationToken cancel)
    {
        foreach (var alias in live.Aliases.Concat(live.Waiting))
        {
            if (await _claims.OwnerAsync(alias, cancel).ConfigureAwait(false) == name != live.Aliases.Contains(alias))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes the edition of a source as it was read.</summary>
    public async Task<Edition> MakeAsync(SiteContext site, PostState state, SourceState source, SeenFiles seen, Attempts attempts, CancellationToken cancel)
    {
        var draft = new EditionDraft(site, state, attempts);
        if (source is not SourceState.Present present)
        {
            return draft.Withdrawn(null, SourceOutcome.Removed, null, null);
        }

        var (parsed, fault) = PureWork.Try(
            "The post", present.Bytes.ToMemory().Length, () => PostParser.Parse(state.Name, present.Bytes.ToMemory(), present.Uploaded, site.Settings), cancel);
        if (parsed is not ParseResult.Parsed(var post))
        {
            var reasons = parsed is ParseResult.Rejected rejected ? rejected.Reasons : [fault!];
            return await RejectAsync(draft, present.ETag, reasons, null, seen, cancel).ConfigureAwait(false);
        }

        var now = clock.GetUtcNow();
        if (post.Draft || post.Expires <= now || (post.Date > now && !post.IsPage))
        {
            var outcome = post.Draft ? SourceOutcome.Draft : post.Expires <= now ? SourceOutcome.Expired : SourceOutcome.Scheduled;
            return draft.Withdrawn(present.ETag, outcome, post, outcome == SourceOutcome.Scheduled ? post.Date : null);
        }

        return await _pages.PublishAsync(draft, post, present.ETag, seen, cancel).ConfigureAwait(false) switch
        {
            PageResult.Written(var live, var imageReports, var notes, var rivals) => draft.Published(present.ETag, live, imageReports, notes, rivals),
            PageResult.Refused(var reasons, var path, var rivals) =>
                await RejectAsync(draft, present.ETag, reasons, path, seen, cancel).ConfigureAwait(false) with { Rivals = rivals },
            _ => throw new InvalidOperationException("A page is written or refused."),
        };
    }

    private async Task<Edition> RejectAsync(
        EditionDraft draft, string etag, IReadOnlyList<Reason> reasons, string? refusedPath, SeenFiles seen, CancellationToken cancel)
    {
        var page = draft.State.Record?.Live?.Page;
        var owned = page is not null && page != refusedPath && !SitePaths.IsReserved(page, draft.Site.Settings) && await _claims.OwnerAsync(page, cancel).ConfigureAwait(false) == draft.State.Name;
        var edition = draft.Rejected(etag, reasons, refusedPath, owned, clock.GetUtcNow());
        if (edition.Record.Live is { } live)
        {
            await _pages.RestoreAsync(draft, live, seen, cancel).ConfigureAwait(false);
        }

        return edition;
    }
}
