using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Sites;

/// <summary>
/// Has what was made with older settings or another theme published again as soon as new ones are in force: posts newest first, and
/// beside them what is in no list: pages, files, and drafts, scheduled and rejected posts, which the new settings may turn into
/// others. A message of the publish queue stands for some rows of the list of all posts, or for some records; those that are out of
/// date are asked for, and a message for the next ones goes to the end of the queue. So what is asked for is a bounded number at a
/// time, and the work of each step is the same however large the site is. What it misses, as after a crash that parked it, the
/// sweep finds.
/// </summary>
internal sealed class Restyling(StorageAccount account, SiteStore sites)
{
    private const int RowsAtOnce = 200;

    private readonly IndexTable _index = new(account.Lists);
    private readonly PostRecords _records = new(account.Records);

    /// <summary>True where a record's source was read with other settings or another theme than those in force.</summary>
    public static bool IsOutdated(PostState state, SiteContext site) =>
        state.Record is { Outcome: not SourceOutcome.Removed } record && SiteNames.KindOf(state.Name) switch
        {
            SourceKind.Post => record.Fingerprint != site.Fingerprint,
            SourceKind.Asset => record.Fingerprint != AssetContent.VersionFor(state.Name, site.Settings),
            _ => false,
        };

    /// <summary>Begins for the look in force.</summary>
    public async Task BeginAsync(string fingerprint, CancellationToken cancel)
    {
        await SendAsync(PublishMessage.Of(new RestylingStep(fingerprint, null)), cancel).ConfigureAwait(false);
        await SendAsync(PublishMessage.Of(new RestylingStep(fingerprint, null, Unlisted: true)), cancel).ConfigureAwait(false);
    }

    /// <summary>Looks at the rows or records of one step. To do it again asks for the same posts again, which then are up to date.</summary>
    public async Task StepAsync(RestylingStep step, CancellationToken cancel)
    {
        var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
        if (site.Fingerprint != step.Style)
        {
            return;
        }

        var (names, last) = step.Unlisted
            ? await UnlistedAsync(step, site, cancel).ConfigureAwait(false)
            : await ListedAsync(step, site, cancel).ConfigureAwait(false);
        foreach (var name in names)
        {
            await SendAsync(PublishMessage.Of(name), cancel).ConfigureAwait(false);
        }

        if (last is not null)
        {
            await SendAsync(PublishMessage.Of(step with { After = last }), cancel).ConfigureAwait(false);
        }
    }

    private async Task<(IReadOnlyList<string> Names, string? Last)> ListedAsync(RestylingStep step, SiteContext site, CancellationToken cancel)
    {
        var rows = await _index.ReadStylesAsync(IndexPartition.Posts(ListKey.All, 1), step.After, RowsAtOnce, cancel).ConfigureAwait(false);
        return ([.. rows.Where(row => row.Style != site.Fingerprint).Select(row => row.Name)], rows.Count == RowsAtOnce ? rows[^1].Key : null);
    }

    private async Task<(IReadOnlyList<string> Names, string? Last)> UnlistedAsync(RestylingStep step, SiteContext site, CancellationToken cancel)
    {
        var names = new List<string>();
        var seen = 0;
        await foreach (var state in _records.WalkAsync(step.After ?? "", cancel, RowsAtOnce).ConfigureAwait(false))
        {
            if (state.Record is not { Live.Summary.IsPage: false } && IsOutdated(state, site))
            {
                names.Add(state.Name);
            }

            if (++seen == RowsAtOnce)
            {
                return (names, state.Name);
            }
        }

        return (names, null);
    }

    private async Task SendAsync(string message, CancellationToken cancel) => await account.Publish.SendMessageAsync(message, cancel).ConfigureAwait(false);
}
