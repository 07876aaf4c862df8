using Blobpress.Publishing.Index;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Links;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Posts;

/// <summary>Finds where the links of a post lead now. What a link leads to follows from what is published alone, not from what came first.</summary>
internal sealed class PostLinks(StorageAccount account)
{
    private const int AtOnce = 8;

    private readonly LinkIndex _index = new(account.Lists);
    private readonly PostRecords _records = new(account.Records);
    private readonly UrlClaims _claims = new(account.Claims);

    /// <summary>Notes what a post's links name, and finds where it is.</summary>
    /// <param name="references">What they name.</param>
    /// <param name="draft">The post; the notes that its record has are there.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<LiveLink>> EnsureAsync(IReadOnlyList<LinkReference> references, EditionDraft draft, CancellationToken cancel)
    {
        // Before anything is read: whoever changes what is read here sees the note then, and has the post published again.
        var keys = references.Select(reference => reference.Key!).Except(draft.State.Record?.Live?.Footprint.Links ?? []).ToList();
        draft.Attempts.Wrote(Footprint.Empty with { Links = keys });
        await Concurrently.ForEachAsync(keys, AtOnce, key => _index.AddUseAsync(key, draft.State.Name, cancel)).ConfigureAwait(false);
        return await FindAsync(references, draft.Site.Settings, cancel).ConfigureAwait(false);
    }

    /// <summary>True where all links of a published post still lead where its page says.</summary>
    public async Task<bool> AreCurrentAsync(string post, IReadOnlyList<LiveLink> links, SiteSettings settings, CancellationToken cancel) =>
        links.Count == 0 || (await FindAsync([.. links.Select(link => link.Reference(post))], settings, cancel).ConfigureAwait(false)).SequenceEqual(links);

    private async Task<IReadOnlyList<LiveLink>> FindAsync(IReadOnlyList<LinkReference> references, SiteSettings settings, CancellationToken cancel)
    {
        var found = new LiveLink[references.Count];
        await Concurrently.ForEachAsync(Enumerable.Range(0, references.Count), AtOnce, async at =>
        {
            var reference = references[at];
            found[at] = new(reference.Kind, reference.Target, await FindAsync(reference, settings, cancel).ConfigureAwait(false));
        }).ConfigureAwait(false);
        return found;
    }

    private Task<LinkTarget?> FindAsync(LinkReference reference, SiteSettings settings, CancellationToken cancel) => reference.Kind switch
    {
        LinkKind.File => FileAsync(reference.Target, settings, cancel),
        LinkKind.Url => PageAsync(reference.Places, cancel),
        _ => PostAsync(reference, cancel),
    };

    private async Task<LinkTarget?> PostAsync(LinkReference reference, CancellationToken cancel)
    {
        var candidates = await _index.CandidatesAsync(reference.Key!, cancel).ConfigureAwait(false);
        if (candidates.Count > LinkIndex.MostCandidates)
        {
            // Of a crowd of one name those are looked for that no other can take the place of.
            foreach (var name in reference.Exact)
            {
                if ((await _records.ReadAsync(name, cancel).ConfigureAwait(false)).Record?.Live is { } live)
                {
                    return new(live.Summary.Url, live.Summary.Title);
                }
            }
        }

        return reference.Choose(candidates.Take(LinkIndex.MostCandidates))?.Target;
    }

    private async Task<LinkTarget?> PageAsync(IReadOnlyList<string> places, CancellationToken cancel)
    {
        foreach (var place in places)
        {
            // The owner may be about to have it, or a crash may have left its claim: until its record says so the next one has it.
            foreach (var claim in await _claims.ReadAsync(place, cancel).ConfigureAwait(false))
            {
                if ((await _records.ReadAsync(claim.Name, cancel).ConfigureAwait(false)).Record?.Live is { } live && (live.Page == place || live.Aliases.Contains(place)))
                {
                    return new(live.Summary.Url, live.Summary.Title);
                }
            }
        }

        return null;
    }

    private async Task<LinkTarget?> FileAsync(string name, SiteSettings settings, CancellationToken cancel) =>
        AssetNames.WhyNot(name, settings) is null && (await _records.ReadAsync(name, cancel).ConfigureAwait(false)).Record is { Outcome: SourceOutcome.Published }
            ? new(SitePath.OfBlob(name).Url, "")
            : null;
}
