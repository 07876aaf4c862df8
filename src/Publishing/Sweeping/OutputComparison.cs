using Azure;
using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Listing;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Listings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Sweeping;

/// <summary>Compares the files of the site, and all that is noted beside it, with what records and lists say should be there.</summary>
internal sealed class OutputComparison
{
    private readonly StorageAccount _account;
    private readonly PublishingOptions _options;
    private readonly TimeProvider _clock;
    private readonly PostRecords _records;
    private readonly UrlClaims _claims;
    private readonly UrlOwnership _urls;
    private readonly PendingChanges _pending;
    private readonly PostLinks _links;
    private readonly ListComparison _lists;
    private readonly ImageComparison _images;
    private readonly StrayFiles _strays;

    public OutputComparison(StorageAccount account, ImagePublisher images, PublishingOptions options, TimeProvider clock)
    {
        (_account, _options, _clock) = (account, options, clock);
        _records = new(account.Records);
        _claims = new(account.Claims);
        _urls = new(account, options, clock);
        _pending = new(account.Lists, account.Changed);
        _links = new(account);
        _lists = new(account, options, clock);
        _images = new(account, images.Removals, options, clock);
        _strays = new(account, _images, options, clock);
    }

    /// <summary>Has lost files written again and removes strays.</summary>
    /// <param name="sites">The settings and theme in force.</param>
    /// <param name="compared">Those that all sources were just found to be published with; null where some were not.</param>
    /// <param name="report">Is told of what was found.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task RunAsync(SiteStore sites, SiteContext? compared, SweepReport report, CancellationToken cancel)
    {
        // As long as pages or lists are out of date, or were made with other settings than those in force, they may still show
        // what looks like a stray.
        var upToDate = (await _pending.ReadAsync(1, cancel).ConfigureAwait(false)).Count == 0;
        var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
        var present = new NameSet();
        await foreach (var blob in _account.Web.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancel).ConfigureAwait(false))
        {
            present.Add(blob.Name);
        }

        var expected = new ExpectedParts();
        await CheckPostsAsync(site, present, expected, report, cancel).ConfigureAwait(false);
        await _lists.RunAsync(site, present, expected, report, cancel).ConfigureAwait(false);
        await CheckSiteAsync(site, present, expected, report, cancel).ConfigureAwait(false);
        await _images.RunAsync(present, expected, report, cancel).ConfigureAwait(false);
        if (upToDate && compared?.Fingerprint == site.Fingerprint)
        {
            await _strays.RemoveFromSiteAsync(expected, report, cancel).ConfigureAwait(false);
            await _strays.RemoveKeptAsync(expected, report, cancel).ConfigureAwait(false);
        }

        await ReleaseGhostsAsync(site, report, cancel).ConfigureAwait(false);
    }

    // A publisher that failed between a claim and its record left it.
    private async Task ReleaseGhostsAsync(SiteContext site, SweepReport report, CancellationToken cancel)
    {
        await foreach (var claim in _claims.WalkAsync(_clock.GetUtcNow() - _options.StrayGrace, cancel).ConfigureAwait(false))
        {
            try
            {
                if (await _urls.ReleaseGhostAsync(claim, site, cancel).ConfigureAwait(false))
                {
                    report.Add(Violation.StrayClaim, $"{claim.Path} by {claim.Name}");
                }
            }
            catch (RequestFailedException error) when (error.IsConflict())
            {
                // It was put down anew by a publisher that is at work.
            }
        }
    }

    private async Task CheckPostsAsync(SiteContext site, NameSet present, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        await foreach (var state in _records.WalkAsync("", cancel).ConfigureAwait(false))
        {
            IReadOnlyList<string> paths = SiteNames.KindOf(state.Name) == SourceKind.Asset
                ? AssetNames.WhyNot(state.Name, site.Settings) is null && state.Record?.Outcome != SourceOutcome.Rejected ? [state.Name] : []
                : state.Record?.Live is { } live ? [live.Page, .. live.Aliases] : [];
            foreach (var path in paths)
            {
                expected.Files.Add(path);
                if (!present.Contains(path))
                {
                    report.Add(Violation.LostFile, path);
                    await _account.Publish.SendMessageAsync(PublishMessage.Of(state.Name), cancel).ConfigureAwait(false);
                }
            }

            await CheckLinksAsync(site, state, report, cancel).ConfigureAwait(false);
            expected.Add(state);
        }
    }

    // A queue keeps messages for seven days: one that nobody took up in time is nowhere else.
    private async Task CheckLinksAsync(SiteContext site, PostState state, SweepReport report, CancellationToken cancel)
    {
        if (state is { IsListed: true, Record: { Outcome: SourceOutcome.Published, Live.Links: { Count: > 0 } links } }
            && !await _links.AreCurrentAsync(state.Name, links, site.Settings, cancel).ConfigureAwait(false))
        {
            report.AddMissed(state.Name);
            await _account.Publish.SendMessageAsync(PublishMessage.Of(state.Name), cancel).ConfigureAwait(false);
        }
    }

    private async Task CheckSiteAsync(SiteContext site, NameSet present, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        var paths = site.Theme.Assets.Select(asset => asset.Path).Append(SitePaths.NotFound).Append(SitePaths.Robots).ToList();
        paths.ForEach(path => expected.Files.Add(path.Blob));
        var lost = paths.Where(path => !present.Contains(path.Blob)).ToList();
        lost.ForEach(path => report.Add(Violation.LostFile, path.Blob));
        if (lost.Count > 0 || !present.Contains(SitePaths.Front(ListKey.All).Blob))
        {
            await _account.Publish.SendMessageAsync(PublishMessage.Of(SiteNames.Settings), cancel).ConfigureAwait(false);
            await _pending.AddAsync(PendingChange.Site, cancel).ConfigureAwait(false);
        }

        foreach (var path in PartitionViews.FrontPaths(ListKey.All))
        {
            expected.Files.Add(path.Blob);
        }

        foreach (var root in PartitionPages.Base(site))
        {
            PartitionPlanner.PathsOf(site, root, new("", 0, root.Shape.Splits("", 0), null)).ToList().ForEach(path => expected.Files.Add(path.Blob));
        }
    }
}
