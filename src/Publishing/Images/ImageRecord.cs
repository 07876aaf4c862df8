using Blobpress.Site.Images;

namespace Blobpress.Publishing.Images;

/// <summary>What is known of one image, shared by all posts that show it.</summary>
public sealed record ImageRecord
{
    /// <summary>Its <see cref="ImageSource.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The newest copy that could be had; null where there never was one.</summary>
    public EncodedImage? Encoded { get; init; }

    /// <summary>The settings and the encoder <see cref="Encoded"/> was made with.</summary>
    public string? Encoder { get; init; }

    /// <summary>The hash under which the source's bytes are kept.</summary>
    public string? Original { get; init; }

    /// <summary>The origin's validator, with its quotes.</summary>
    public string? ETag { get; init; }

    /// <summary>The origin's date of last change.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>When the origin last said that the copy is good.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Why the last attempt failed; null where it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>Attempts failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Until then the origin is left alone.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>Until then one publisher is at work on it, and the others wait for what it finds.</summary>
    public DateTimeOffset? BusyUntil { get; init; }
}
