using Blobpress.Publishing.Index;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Posts;

/// <summary>Claims a post's URLs and finds out which of them are its own.</summary>
internal sealed class UrlOwnership(StorageAccount account, PublishingOptions options, TimeProvider clock)
{
    private readonly UrlClaims _claims = new(account.Claims);
    private readonly PostRecords _records = new(account.Records);
    private readonly PostSource _sources = new(account.Posts);

    /// <summary>Claims a path.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="held">True where the post's record says that it was put down before.</param>
    /// <param name="site">In force.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The owner's name, which is the claimant's own where it won, and the next in line.</returns>
    /// <exception cref="Azure.RequestFailedException">412: another publisher put down a claim that was to be taken back.</exception>
    public async Task<UrlOwner> ClaimAsync(UrlClaim claim, bool held, SiteContext site, CancellationToken cancel)
    {
        if (!held)
        {
            await _claims.ClaimAsync(claim, cancel).ConfigureAwait(false);
        }

        var claims = await ReadAsync(claim, cancel).ConfigureAwait(false);
        while (claims is [var first, ..] && first.Name != claim.Name && await IsGhostAsync(first, site, cancel).ConfigureAwait(false))
        {
            await _claims.TakeBackAsync(first, cancel).ConfigureAwait(false);
            claims = await ReadAsync(claim, cancel).ConfigureAwait(false);
        }

        // Held, but the row is gone: a rival took it for a ghost's. It is put down again.
        return claims.Any(other => other.Is(claim)) || !held
            ? new(claims.FirstOrDefault()?.Name ?? claim.Name, claims.FirstOrDefault(other => other.Name != claim.Name)?.Name)
            : await ClaimAsync(claim, held: false, site, cancel).ConfigureAwait(false);
    }

    /// <summary>Takes back a claim that no post makes any more; the next in line is told.</summary>
    /// <returns>False where a post makes it.</returns>
    public async Task<bool> ReleaseGhostAsync(HeldClaim claim, SiteContext site, CancellationToken cancel)
    {
        if (!await IsGhostAsync(claim, site, cancel).ConfigureAwait(false))
        {
            return false;
        }

        await _claims.TakeBackAsync(claim, cancel).ConfigureAwait(false);
        if (await _claims.OwnerAsync(claim.Path, cancel).ConfigureAwait(false) is { } next)
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(next), cancel).ConfigureAwait(false);
        }

        return true;
    }

    // Own claims of another date, or for another kind of page, are from earlier versions.
    private async Task<IReadOnlyList<HeldClaim>> ReadAsync(UrlClaim own, CancellationToken cancel)
    {
        var claims = await _claims.ReadAsync(own.Path, cancel).ConfigureAwait(false);
        var earlier = claims.Where(claim => claim.Name == own.Name && !claim.Is(own)).ToList();
        foreach (var claim in earlier)
        {
            await _claims.TakeBackAsync(claim, cancel).ConfigureAwait(false);
        }

        return [.. claims.Except(earlier)];
    }

    // A claim outlives its post only where a publisher crashed between the claim and the record; nobody else would take it
    // back. One that was put down just now may be that of a publisher at work, wherever the post has reason to be published.
    private async Task<bool> IsGhostAsync(HeldClaim claim, SiteContext site, CancellationToken cancel)
    {
        var state = await _records.ReadAsync(claim.Name, cancel).ConfigureAwait(false);
        var record = state.Record is { Outcome: not SourceOutcome.Removed } known ? known : null;
        var isOld = claim.Since <= clock.GetUtcNow() - options.StrayGrace;
        var settled = record is null
            || (record.RefusedPath != claim.Path && !state.Everything.Paths.Contains(claim.Path) && (isOld || !MayBePublished(record, site)));
        return settled && await _sources.IsStillAsync(claim.Name, record?.SourceETag, cancel).ConfigureAwait(false);
    }

    private bool MayBePublished(PostRecord record, SiteContext site) =>
        record.Fingerprint != site.Fingerprint || record.RefusedPath is not null || record.DueAt <= clock.GetUtcNow();
}

/// <summary>Who has a URL.</summary>
/// <param name="Name">The owner.</param>
/// <param name="Rival">Another post that wants it, or null.</param>
internal sealed record UrlOwner(string Name, string? Rival);
