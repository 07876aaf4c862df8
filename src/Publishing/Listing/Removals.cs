using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Listing;

/// <summary>Takes away what a post no longer has, when nothing links to it any more: pages, redirects, contents, claims, uses of images.</summary>
internal sealed class Removals(StorageAccount account, ImagePublisher images)
{
    private readonly SiteWriter _web = new(account.Web);
    private readonly PostRecords _records = new(account.Records);
    private readonly ContentStore _contents = new(account.State);
    private readonly UrlClaims _claims = new(account.Claims);

    /// <summary>Removes all that is stale.</summary>
    /// <returns>The state with the record's new ETag.</returns>
    /// <exception cref="Azure.RequestFailedException">412 or 409: the post was published again in the meantime.</exception>
    public async Task<PostState> RunAsync(PostChange change, CancellationToken cancel)
    {
        var stale = change.Stale;
        if (stale.Paths.Count + stale.Contents.Count + stale.Images.Count == 0)
        {
            return change.State;
        }

        var seen = new Dictionary<string, FileVersion>();
        foreach (var path in stale.Paths)
        {
            seen[path] = await _web.ReadVersionAsync(SitePath.OfBlob(path), cancel).ConfigureAwait(false);
        }

        // A publisher that has read the record and is on its way to bring these files back finds it written since and
        // starts over; one that has written a file already gave it a new ETag, which stops us below.
        var state = await _records.TouchAsync(change.State, cancel).ConfigureAwait(false);
        foreach (var path in stale.Paths)
        {
            await RemovePathAsync(change.Name, path, seen[path], cancel).ConfigureAwait(false);
        }

        foreach (var content in stale.Contents)
        {
            await _contents.RemoveAsync(content, cancel).ConfigureAwait(false);
        }

        foreach (var image in stale.Images)
        {
            await images.DropAsync(image, change.Name, cancel).ConfigureAwait(false);
        }

        return state;
    }

    // A path that another post owns is that post's to write; the next in line is told that its turn has come.
    private async Task RemovePathAsync(string name, string path, FileVersion seen, CancellationToken cancel)
    {
        var owner = await _claims.ReleaseAsync(path, name, cancel).ConfigureAwait(false);
        if (owner is null)
        {
            await _web.RemoveAsync(SitePath.OfBlob(path), seen, cancel).ConfigureAwait(false);
        }
        else
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(owner), cancel).ConfigureAwait(false);
        }
    }
}
