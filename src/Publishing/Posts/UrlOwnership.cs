using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Posts;

/// <summary>Claims a post's URLs and finds out which of them are its own.</summary>
internal sealed class UrlOwnership(StorageAccount account)
{
    private readonly UrlClaims _claims = new(account.Claims);
    private readonly PostRecords _records = new(account.Records);
    private readonly PostSource _sources = new(account.Posts);

    /// <summary>Claims a path.</summary>
    /// <returns>The owner's name, which is the claimant's own where it won, and the next in line.</returns>
    public async Task<UrlOwner> ClaimAsync(UrlClaim claim, bool held, CancellationToken cancel)
    {
        if (!held)
        {
            await _claims.ClaimAsync(claim, cancel).ConfigureAwait(false);
        }

        var names = await _claims.ReadAsync(claim, cancel).ConfigureAwait(false);
        while (names is [var first, ..] && first != claim.Name && await IsGhostAsync(first, claim.Path, cancel).ConfigureAwait(false))
        {
            await _claims.ReleaseAsync(claim.Path, first, cancel).ConfigureAwait(false);
            names = await _claims.ReadAsync(claim, cancel).ConfigureAwait(false);
        }

        // Held, but the row is gone: a rival took it for a ghost's. It is put down again.
        return names.Contains(claim.Name) || !held
            ? new(names.FirstOrDefault() ?? claim.Name, names.FirstOrDefault(name => name != claim.Name))
            : await ClaimAsync(claim, held: false, cancel).ConfigureAwait(false);
    }

    /// <summary>Takes back a claim that no post makes any more; the next in line is told.</summary>
    /// <returns>False where a post makes it.</returns>
    public async Task<bool> ReleaseGhostAsync(string path, string name, CancellationToken cancel)
    {
        if (!await IsGhostAsync(name, path, cancel).ConfigureAwait(false))
        {
            return false;
        }

        if (await _claims.ReleaseAsync(path, name, cancel).ConfigureAwait(false) is { } next)
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(next), cancel).ConfigureAwait(false);
        }

        return true;
    }

    // A claim outlives its post only where a publisher crashed between the claim and the record; nobody else would take it back.
    private async Task<bool> IsGhostAsync(string name, string path, CancellationToken cancel)
    {
        var state = await _records.ReadAsync(name, cancel).ConfigureAwait(false);
        var settled = state.Record is null or { Outcome: SourceOutcome.Removed } || !(state.Record.RefusedPath == path || state.Everything.Paths.Contains(path));
        return settled && await _sources.IsStillAsync(name, state.Record?.SourceETag, cancel).ConfigureAwait(false);
    }
}

/// <summary>Who has a URL.</summary>
/// <param name="Name">The owner.</param>
/// <param name="Rival">Another post that wants it, or null.</param>
internal sealed record UrlOwner(string Name, string? Rival);
