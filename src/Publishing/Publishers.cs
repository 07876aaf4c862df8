using Blobpress.Publishing.Cdn;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Listing;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Receipts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Publishing.Sweeping;

namespace Blobpress.Publishing;

/// <summary>The root methods of one site, put together: what every host calls.</summary>
public sealed class Publishers
{
    /// <summary>The publishers of the site in an account, as hosts run them: images from the network, a few encoded at a time.</summary>
    public Publishers(StorageAccount account, ImageFetcher fetcher, PublishingOptions options, TimeProvider clock, CdnPurger? cdn = null)
        : this(account, fetcher.FetchAsync, new EncodingPlaces(options.EncodersAtOnce).EncodeAsync, options, clock, cdn)
    {
    }

    /// <summary>The publishers of the site in an account, with other ways to images: nothing else of them waits for anything but storage and the clock.</summary>
    public Publishers(StorageAccount account, FetchImage fetch, EncodeImage encode, PublishingOptions options, TimeProvider clock, CdnPurger? cdn = null)
    {
        cdn ??= CdnPurger.None;
        var sites = new SiteStore(account);
        var images = new ImagePublisher(account, fetch, encode, options, clock);
        var settings = new SitePublisher(account, sites);
        Receipts = new(account.Receipts, clock);
        OwedImages = images.Owed;
        Sources = new(new PostPublisher(account, sites, images, options, clock), settings, new AssetPublisher(account, sites, images), Receipts, cdn, clock);
        Messages = new(account, sites, Sources);
        Listings = new(account, sites, settings, images, options, clock, cdn);
        Sweep = new(account, sites, Listings, images, options, clock);
        SweepWith = otherwise => new(account, sites, Listings, images, otherwise, clock);
    }

    /// <summary>For each event about an uploaded file.</summary>
    public SourcePublisher Sources { get; }

    /// <summary>For each message of the publish queue.</summary>
    public MessagePublisher Messages { get; }

    /// <summary>What became of each upload.</summary>
    public ReceiptStore Receipts { get; }

    /// <summary>Which images pages wait for.</summary>
    public OwedImages OwedImages { get; }

    /// <summary>For each wake-up of the listing publisher.</summary>
    public ListingPublisher Listings { get; }

    /// <summary>For each tick of the clock.</summary>
    public Sweep Sweep { get; }

    /// <summary>A sweep with other options, which knows all that the other one knows.</summary>
    public Func<PublishingOptions, Sweep> SweepWith { get; }
}
