using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>Asks an image's origin for it. Every failure of the origin is a value.</summary>
public delegate Task<FetchResult> FetchImage(ImageRequest request, FetchSettings settings, CancellationToken cancel);

/// <summary>Makes an image's variants out of its bytes, as <see cref="ImageResizer"/> does.</summary>
public delegate Task<ResizeResult> EncodeImage(
    ReadOnlyMemory<byte> source, ImageSettings settings, FetchSettings limits, bool socialCard, CancellationToken cancel);
