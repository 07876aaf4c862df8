using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Images.Network;
using Blobpress.Site.Settings;
using Polly;
using Polly.Retry;

namespace Blobpress.Publishing.Images;

/// <summary>
/// Fetches images from wherever posts name them. Holds no credentials, sends no cookies and uses no proxy; forbidden addresses
/// are refused on every hop at the moment of connecting. One instance serves the whole process; it is safe to share.
/// </summary>
public sealed class ImageFetcher : IDisposable
{
    private static readonly ResiliencePropertyKey<DateTimeOffset> Deadline = new("deadline");

    private readonly HostGates gates = new();
    private readonly ImageFetcherOptions options;
    private readonly ImageClient client;
    private readonly ResiliencePipeline<FetchResult> retries;

    /// <summary>A fetcher with connections of its own.</summary>
    public ImageFetcher(ImageFetcherOptions? options = null)
    {
        this.options = options ?? new();
        client = new(this.options);
        retries = Retries(this.options);
    }

    /// <summary>
    /// Fetches one image. Every failure of the origin or the network is a value; only cancellation by the caller throws.
    /// The time in <see cref="FetchSettings.TotalTimeout"/> starts when the host has a free place, which is waited for as long at most.
    /// </summary>
    public async Task<FetchResult> FetchAsync(ImageRequest request, FetchSettings settings, CancellationToken cancellation)
    {
        if (UrlRules.Broken(request.Url, settings) is { } rule)
            return new FetchResult.Refused($"{request.Url}: {rule}");
        using var place = await gates.EnterAsync(request.Url.IdnHost, settings.PerHost, settings.TotalTimeout, cancellation);
        if (place is null)
            return new FetchResult.Failed($"{request.Url}: the host is busy with other images for {settings.TotalTimeout.TotalSeconds:0.###} s");
        using var total = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        total.CancelAfter(settings.TotalTimeout);
        return Telemetry.Fetched(request.Url.IdnHost, await FetchWithRetriesAsync(request, settings, total.Token, cancellation));
    }

    private async Task<FetchResult> FetchWithRetriesAsync(
        ImageRequest request, FetchSettings settings, CancellationToken total, CancellationToken caller)
    {
        FetchResult last = new FetchResult.Failed($"{request.Url}: took longer than {settings.TotalTimeout.TotalSeconds:0.###} s in all");
        var context = ResilienceContextPool.Shared.Get(total);
        context.Properties.Set(Deadline, options.Time.GetUtcNow() + settings.TotalTimeout);
        try
        {
            return await retries.ExecuteAsync(
                async inner => last = await client.GetAsync(request, settings, inner.CancellationToken), context);
        }
        catch (OperationCanceledException) when (total.IsCancellationRequested && !caller.IsCancellationRequested)
        {
            return last;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline<FetchResult> Retries(ImageFetcherOptions options) => options.Retries == 0
        ? ResiliencePipeline<FetchResult>.Empty
        : new ResiliencePipelineBuilder<FetchResult> { TimeProvider = options.Time }
            .AddRetry(new RetryStrategyOptions<FetchResult>
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.Backoff,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is FetchResult.Failed { Permanent: false } failed
                    && InTime(failed.RetryAfter, args.Context, options.Time)),
                DelayGenerator = args => ValueTask.FromResult((args.Outcome.Result as FetchResult.Failed)?.RetryAfter),
            })
            .Build();

    // An origin that asks for more patience than one fetch has is left to the caller.
    private static bool InTime(TimeSpan? wait, ResilienceContext context, TimeProvider time) =>
        time.GetUtcNow() + (wait ?? TimeSpan.Zero) < context.Properties.GetValue(Deadline, DateTimeOffset.MaxValue);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
