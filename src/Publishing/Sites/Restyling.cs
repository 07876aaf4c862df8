using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Sites;

/// <summary>
/// Has posts that were made with older settings or another theme published again as soon as new ones are in force, newest first. A
/// message of the publish queue stands for some rows of the list of all posts; those that are out of date are asked for, and a
/// message for the next rows goes to the end of the queue. So what is asked for is a bounded number at a time, and the work of
/// each step is the same however large the site is. What it misses, as after a crash that parked it, the sweep finds.
/// </summary>
internal sealed class Restyling(StorageAccount account, SiteStore sites)
{
    private const int RowsAtOnce = 200;

    private readonly IndexTable _index = new(account.Lists);

    /// <summary>Begins for the look in force.</summary>
    public Task BeginAsync(string fingerprint, CancellationToken cancel) =>
        account.Publish.SendMessageAsync(PublishMessage.Of(new RestylingStep(fingerprint, null)), cancel);

    /// <summary>Looks at the rows of one step. To do it again asks for the same posts again, which then are up to date.</summary>
    public async Task StepAsync(RestylingStep step, CancellationToken cancel)
    {
        var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
        if (site.Fingerprint != step.Style)
        {
            return;
        }

        var rows = await _index.ReadStylesAsync(IndexPartition.Posts(ListKey.All, 1), step.After, RowsAtOnce, cancel).ConfigureAwait(false);
        foreach (var row in rows.Where(row => row.Style != site.Fingerprint))
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(row.Name), cancel).ConfigureAwait(false);
        }

        if (rows.Count == RowsAtOnce)
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(step with { After = rows[^1].Key }), cancel).ConfigureAwait(false);
        }
    }
}
