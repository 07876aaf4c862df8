using Blobpress.Publishing.Index;
using Blobpress.Publishing.Listing;
using Blobpress.Publishing.Storage;

namespace Blobpress.Local.Keeping;

/// <summary>Finds out what of a site's work other hosts, or those that were stopped, have in hand: until it is done the site is half-way.</summary>
internal sealed class OtherHands(StorageAccount account, ListingPublisher listings)
{
    private readonly PendingChanges _pending = new(account.Lists, account.Changed);

    /// <summary>What is in hand, to follow "Another host"; null where nothing is.</summary>
    public async Task<string?> HoldAsync(CancellationToken cancel)
    {
        if (await listings.IsLeasedAsync(cancel))
        {
            return "has the lists in hand";
        }

        if ((await _pending.ReadAsync(1, cancel)).Count > 0)
        {
            return "has changes that lists were not told of";
        }

        // Those that somebody works on count until they are done.
        return (await account.Publish.GetPropertiesAsync(cancel)).Value.ApproximateMessagesCount > 0 ? "has messages in hand" : null;
    }
}
