using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images.Network;

/// <summary>
/// One fetch's way from host to host, redirects included. It has a place at one host at a time: who waits for a place
/// at a busy host takes none from another.
/// </summary>
internal sealed class Visit(HostGates gates, FetchSettings settings, TimeProvider clock) : IDisposable
{
    // Whoever has a place is given up on by then, so that what a host does to one is told to those who wait.
    private readonly TimeSpan patience = settings.TotalTimeout * 1.25;

    private IDisposable? place;
    private string host = "";
    private DateTimeOffset? asked;

    /// <summary>How long hosts took to answer, the wait for places not counted.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>True where the host of this visit has answered before.</summary>
    public bool IsKnown => gates.HasAnswered(host);

    /// <summary>Goes to the host of a URL, unless this is there already.</summary>
    /// <returns>Null where there is a place; else why there is none.</returns>
    public async Task<FetchResult.Failed?> EnterAsync(Uri url, CancellationToken cancellation)
    {
        var next = HostName.Of(url);
        if (place is not null && next == host)
            return null;
        Leave();
        host = next;
        var entry = await gates.EnterAsync(host, settings.PerHost, patience, cancellation);
        place = entry.Place;
        if (entry.Silence is { } why)
            return new($"{url}: {why}") { FailedHost = host, Cause = why, IsFinal = true };
        return place is null
            ? new($"{url}: the host is busy with other images for {settings.TotalTimeout.TotalSeconds:0.###} s") { IsFinal = true }
            : null;
    }

    /// <summary>A request is under way from now on.</summary>
    public void Ask() => asked = clock.GetUtcNow();

    /// <summary>The host answered to the end, whatever it said.</summary>
    public void Answered()
    {
        gates.Answered(host);
        End();
    }

    /// <summary>The host gave no answer: its failure, unless it answers others.</summary>
    /// <param name="url">What was asked for.</param>
    /// <param name="why">What happened instead.</param>
    public FetchResult.Failed Unanswered(Uri url, string why)
    {
        var since = asked;
        End();
        var blamed = since is { } moment && gates.Fail(host, moment, why);
        return new($"{url}: {why}") { FailedHost = blamed ? host : null, Cause = why, IsFinal = true };
    }

    /// <summary>The request is over in another way.</summary>
    public void End()
    {
        Took += asked is { } since ? clock.GetUtcNow() - since : TimeSpan.Zero;
        asked = null;
    }

    public void Dispose() => Leave();

    private void Leave()
    {
        place?.Dispose();
        place = null;
    }
}
