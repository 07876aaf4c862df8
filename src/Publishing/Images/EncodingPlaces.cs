using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>
/// Bounds how many images are decoded at a time in a process: each may take tens of megabytes, and more of them than there
/// are cores only wait for each other.
/// </summary>
/// <param name="places">At least 1.</param>
public sealed class EncodingPlaces(int places) : IDisposable
{
    private readonly SemaphoreSlim _places = new(places);

    /// <summary>Makes an image's variants as soon as there is a place. From then on it has <see cref="FetchSettings.DecodeTimeout"/>.</summary>
    public async Task<ResizeResult> EncodeAsync(
        ReadOnlyMemory<byte> source, ImageSettings settings, FetchSettings limits, bool socialCard, CancellationToken cancel)
    {
        await _places.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            stop.CancelAfter(limits.DecodeTimeout);
            var result = ImageResizer.ResizeUntil(source, settings, limits, socialCard, stop.Token);
            cancel.ThrowIfCancellationRequested();
            return result;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
