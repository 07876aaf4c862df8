using Blobpress.Publishing.Images.Hosts;
using Blobpress.Publishing.Images.Network;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;

namespace Blobpress.Publishing.Images;

/// <summary>Finds the images that pages are to show and don't: each will be asked for again by itself.</summary>
public sealed class OwedImages
{
    private readonly PostRecords _posts;
    private readonly ImageRecords _images;
    private readonly HostCircuits _circuits;
    private readonly TimeProvider _clock;

    internal OwedImages(StorageAccount account, HostCircuits circuits, TimeProvider clock)
    {
        _posts = new(account.Records);
        _images = new(account.Images);
        (_circuits, _clock) = (circuits, clock);
    }

    /// <summary>All of them, by the names of their posts; it reads the record of every post, and of each such image.</summary>
    /// <param name="most">How many are told of; the others are counted.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<(IReadOnlyList<OwedImage> Images, int More)> ReadAsync(int most, CancellationToken cancel)
    {
        var (owed, more) = (new List<OwedImage>(), 0);
        await foreach (var state in _posts.WalkAsync("", cancel).ConfigureAwait(false))
        {
            foreach (var image in state.Record?.Live?.Images.Where(image => image is { Missing: true, Elsewhere: false }) ?? [])
            {
                if (owed.Count == most)
                {
                    more++;
                }
                else if (!image.Key.StartsWith(ImageSource.InlinePrefix, StringComparison.Ordinal))
                {
                    owed.Add(await DescribeAsync(state.Name, image, cancel).ConfigureAwait(false));
                }
            }
        }

        return (owed, more);
    }

    private async Task<OwedImage> DescribeAsync(string post, LiveImage image, CancellationToken cancel)
    {
        var (record, _) = await _images.ReadAsync(image.Key, cancel).ConfigureAwait(false);
        var (now, name) = (_clock.GetUtcNow(), ImageSource.Describe(image.Key));
        if (Uri.TryCreate(image.Key, UriKind.Absolute, out var url) && url.Host.Length > 0
            && await _circuits.ReadAsync(HostName.Of(url), cancel).ConfigureAwait(false) is { } circuit && circuit.Until > now)
        {
            return new(post, name, ClosedHost.Silent(url, circuit).Reason, circuit.Until);
        }

        return record?.Failure is { } failure
            ? new(post, name, failure, record.NextAttempt > now ? record.NextAttempt.Value : now)
            : new(post, name, $"{name}: it was not there in time; the page is mended when it comes", now);
    }
}

/// <summary>An image that a page is to show and doesn't, or of which it shows an earlier copy.</summary>
/// <param name="Post">The post's name.</param>
/// <param name="Image">Its URL, or its name among the posts.</param>
/// <param name="Reason">Why it is not there.</param>
/// <param name="AskedAgain">When it is asked for again; UTC. The sweep after that moment does it.</param>
public sealed record OwedImage(string Post, string Image, string Reason, DateTimeOffset AskedAgain);
