using System.Collections.Concurrent;
using Blobpress.Publishing.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Storms;

/// <summary>Encodes each picture once for all histories: the same bytes and settings give the same files.</summary>
internal static class Encodings
{
    private static readonly ConcurrentDictionary<(string Hash, bool Card), ResizeResult> Known = new();

    /// <summary>As <see cref="ImageResizer"/> does, at once.</summary>
    public static Task<ResizeResult> EncodeAsync(ReadOnlyMemory<byte> source, ImageSettings settings, FetchSettings limits, bool socialCard, CancellationToken cancel) =>
        Task.FromResult(Known.GetOrAdd((ImageHash.Of(source.Span, settings), socialCard), _ => ImageResizer.Resize(source, settings, limits, socialCard)));
}
