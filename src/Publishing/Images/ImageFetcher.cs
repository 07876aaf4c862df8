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

    private readonly BodyMemory memory = new();
    private readonly HostGates gates;
    private readonly ImageFetcherOptions options;
    private readonly ImageClient client;
    private readonly ResiliencePipeline<FetchResult> retries;

    /// <summary>A fetcher with connections of its own.</summary>
    public ImageFetcher(ImageFetcherOptions? options = null)
    {
        this.options = options ?? new();
        gates = new(this.options.Time);
        client = new(this.options, memory);
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
        await memory.WaitForRoomAsync(cancellation);
        using var visit = new Visit(gates, settings, options.Time);
        if (await visit.EnterAsync(request.Url, cancellation) is { } none)
            return none;
        using var total = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        total.CancelAfter(settings.TotalTimeout);
        var result = await FetchWithRetriesAsync(request, visit, settings, total.Token, cancellation);
        return Telemetry.Fetched(request.Url.IdnHost, result with { Took = visit.Took });
    }

    private async Task<FetchResult> FetchWithRetriesAsync(
        ImageRequest request, Visit visit, FetchSettings settings, CancellationToken total, CancellationToken caller)
    {
        FetchResult? last = null;
        var context = ResilienceContextPool.Shared.Get(total);
        context.Properties.Set(Deadline, options.Time.GetUtcNow() + settings.TotalTimeout);
        try
        {
            return await retries.ExecuteAsync(
                async inner => last = await client.GetAsync(request, visit, settings, inner.CancellationToken), context);
        }
        catch (OperationCanceledException) when (total.IsCancellationRequested && !caller.IsCancellationRequested)
        {
            // What was under way when time ran out; where nothing was, the answer before it.
            var late = visit.Unanswered(request.Url, $"took longer than {settings.TotalTimeout.TotalSeconds:0.###} s in all");
            return late.FailedHost is null ? last ?? late : late;
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
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is FetchResult.Failed { Permanent: false, IsFinal: false } failed
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
