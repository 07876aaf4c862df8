using Azure;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Listing;

/// <summary>Takes away what a post no longer has, when nothing links to it any more: pages, redirects, contents, claims, uses of images, notes of links.</summary>
/// <remarks>
/// A publisher may be about to bring any of it back. So all is seen first, then the record is written as it was, then what
/// was seen is removed as it was seen. A publisher that read the record before that finds it written since and starts
/// over; one that has read it later, or wrote a file, a claim or a use since it was seen, gave it a new ETag, which stops
/// the removal.
/// </remarks>
internal sealed class Removals(StorageAccount account, ImagePublisher images)
{
    private readonly SiteWriter _web = new(account.Web);
    private readonly PostRecords _records = new(account.Records);
    private readonly ContentStore _contents = new(account.State);
    private readonly UrlClaims _claims = new(account.Claims);
    private readonly LinkIndex _links = new(account.Lists);

    /// <summary>Removes all that is stale.</summary>
    /// <returns>The state with the record's new ETag.</returns>
    /// <exception cref="RequestFailedException">412 or 409: the post was published again in the meantime.</exception>
    public async Task<PostState> RunAsync(PostChange change, CancellationToken cancel)
    {
        var stale = change.Stale;
        if (stale.Paths.Count + stale.Contents.Count + stale.Images.Count + stale.Links.Count == 0)
        {
            return change.State;
        }

        var files = new List<SeenPath>();
        foreach (var path in stale.Paths)
        {
            files.Add(await SeeAsync(change.Name, path, cancel).ConfigureAwait(false));
        }

        var uses = new List<(string Image, ETag? Use)>();
        foreach (var image in stale.Images)
        {
            uses.Add((image, await images.Removals.SeeUseAsync(image, change.Name, cancel).ConfigureAwait(false)));
        }

        var links = new List<(string Key, ETag? Use)>();
        foreach (var key in stale.Links)
        {
            links.Add((key, await _links.ReadUseAsync(key, change.Name, cancel).ConfigureAwait(false)));
        }

        var state = await _records.TouchAsync(change.State, cancel).ConfigureAwait(false);
        foreach (var file in files)
        {
            await RemoveAsync(file, cancel).ConfigureAwait(false);
        }

        foreach (var content in stale.Contents)
        {
            await _contents.RemoveAsync(content, cancel).ConfigureAwait(false);
        }

        foreach (var (image, use) in uses)
        {
            await images.Removals.DropAsync(image, change.Name, use, cancel).ConfigureAwait(false);
        }

        foreach (var (key, use) in links)
        {
            if (use is { } seen)
            {
                await _links.RemoveUseAsync(key, change.Name, seen, cancel).ConfigureAwait(false);
            }
        }

        return state;
    }

    private async Task<SeenPath> SeeAsync(string name, string path, CancellationToken cancel)
    {
        var version = await _web.ReadVersionAsync(SitePath.OfBlob(path), cancel).ConfigureAwait(false);
        var claims = await _claims.ReadAsync(path, cancel).ConfigureAwait(false);
        return new(path, version, [.. claims.Where(claim => claim.Name == name)]);
    }

    // A path that another post owns is that post's to write; it is told that its turn has come. Who is the next in line is
    // read when the claims are gone: whoever claims the path later than that finds itself the owner.
    private async Task RemoveAsync(SeenPath file, CancellationToken cancel)
    {
        foreach (var claim in file.Claims)
        {
            await _claims.TakeBackAsync(claim, cancel).ConfigureAwait(false);
        }

        if (await _claims.OwnerAsync(file.Path, cancel).ConfigureAwait(false) is { } owner)
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(owner), cancel).ConfigureAwait(false);
        }
        else if (file.Version.List is null)
        {
            // At a place that lists have moved to, it may be a list's page already.
            await _web.RemoveAsync(SitePath.OfBlob(file.Path), file.Version, cancel).ConfigureAwait(false);
        }
    }

    private sealed record SeenPath(string Path, FileVersion Version, IReadOnlyList<HeldClaim> Claims);
}
