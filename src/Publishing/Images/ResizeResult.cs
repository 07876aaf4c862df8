using Blobpress.Site.Images;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Images;

/// <summary>What could be made of an image's bytes.</summary>
public abstract record ResizeResult
{
    private ResizeResult()
    {
    }

    /// <summary>The image, and every file that its variants (and its social card) name.</summary>
    public sealed record Encoded(EncodedImage Image, IReadOnlyList<ImageFile> Files) : ResizeResult;

    /// <summary>The bytes are no image, a broken one, or of a format that cannot be decoded.</summary>
    public sealed record NotAnImage(string Reason) : ResizeResult;

    /// <summary>The image has more pixels, frames, pages or scans than allowed; nothing was decoded.</summary>
    public sealed record TooLarge(string Reason) : ResizeResult;

    /// <summary>It would have taken longer than allowed, and nothing works on it any more.</summary>
    public sealed record TooSlow(string Reason) : ResizeResult;

    /// <summary>Why there is no image, for a person to read; null where there is one.</summary>
    public string? Refusal => this switch
    {
        NotAnImage(var reason) => reason,
        TooLarge(var reason) => reason,
        TooSlow(var reason) => reason,
        _ => null,
    };
}

/// <summary>One file of the site made of an image; immutable.</summary>
public sealed record ImageFile(SitePath Path, byte[] Bytes, string ContentType);
