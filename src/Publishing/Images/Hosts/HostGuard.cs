using Blobpress.Publishing.Images.Network;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images.Hosts;

/// <summary>Decides which hosts are asked for images, and learns from what they answer.</summary>
internal sealed class HostGuard(StorageAccount account, FetchImage fetch, TimeProvider clock)
{
    // A post waits a quarter of its patience for one image; what takes longer is left to the sweep.
    private const int PatienceParts = 4;

    private static readonly TimeSpan SlowPause = TimeSpan.FromMinutes(1);

    private readonly HostPace _pace = new();
    private readonly DueTimes _due = new(account.Lists);

    /// <summary>The circuits of all hosts.</summary>
    public HostCircuits Circuits { get; } = new(account, clock);

    /// <summary>Why an image's host is not asked now; null where it is. Where its pause is over, the caller is the one to ask it.</summary>
    /// <param name="url">The image.</param>
    /// <param name="patient">False where a slow host is not asked either.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ClosedHost?> AskAsync(Uri url, bool patient, FetchSettings settings, CancellationToken cancel)
    {
        var host = HostName.Of(url);
        if (!patient && _pace.IsSlowerThan(host, settings.PublishWait / PatienceParts))
        {
            return ClosedHost.Slow(url, clock.GetUtcNow() + SlowPause);
        }

        return await Circuits.AskAsync(host, cancel).ConfigureAwait(false) is { } circuit ? ClosedHost.Silent(url, circuit) : null;
    }

    /// <summary>Fetches an image from a host that may be asked.</summary>
    /// <returns>What the host answered; and the host, where it gave no answer.</returns>
    public async Task<(FetchResult Result, ClosedHost? Closed)> FetchAsync(ImageRequest request, FetchSettings settings, CancellationToken cancel)
    {
        var host = HostName.Of(request.Url);
        var result = await fetch(request, settings, cancel).ConfigureAwait(false);
        if (result.Took > TimeSpan.Zero)
        {
            _pace.Note(host, result.Took);
        }

        var silent = result as FetchResult.Failed is { FailedHost: { } failed } ? failed : null;
        var circuit = silent is null ? null : await Circuits.FailAsync(silent, ((FetchResult.Failed)result).Cause, cancel).ConfigureAwait(false);
        if (silent == host)
        {
            return (result, ClosedHost.Silent(request.Url, circuit!));
        }

        await Circuits.AnswerAsync(host, cancel).ConfigureAwait(false);
        return (result, null);
    }

    /// <summary>Has an image asked for when its host may be asked again.</summary>
    public Task WaitAsync(ClosedHost closed, string key, CancellationToken cancel) => closed.Circuit is { } circuit
        ? Circuits.WaitAsync(closed.Host, circuit, key, cancel)
        : _due.AddAsync(closed.Until, DueKind.Image, key, cancel);
}
