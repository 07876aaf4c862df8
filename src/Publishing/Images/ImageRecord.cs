using System.Globalization;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;

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

    /// <summary>Until then the origin is left alone, as long as <see cref="Rules"/> are the same.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>The settings the last attempt failed under: others may let it through.</summary>
    public string? Rules { get; init; }

    /// <summary>Which bytes, under which settings, were found to give no image: the same are not tried again. Null where the last attempt had none, or good ones.</summary>
    public string? Refused { get; init; }

    /// <summary>Until then one publisher is at work on it, and the others wait for what it finds.</summary>
    public DateTimeOffset? BusyUntil { get; init; }

    /// <summary>A copy that nothing shows and whose files are being removed, or null.</summary>
    public EncodedImage? Leaving { get; init; }

    /// <summary>The settings that decide whether an origin is asked and its answer taken, as one word.</summary>
    public static string RulesOf(FetchSettings fetch) => string.Create(
        CultureInfo.InvariantCulture,
        $"{fetch.MaxBytes}|{fetch.MaxPixels}|{fetch.MaxFrames}|{fetch.MaxRedirects}|{fetch.DecodeTimeout.TotalSeconds}|{string.Join(',', fetch.AllowedPorts)}");

    /// <summary>Bytes that gave no image, and what they were tried under, as one word.</summary>
    internal static string RefusalOf(ReadOnlySpan<byte> bytes, SiteSettings settings) => $"{ImageHash.Of(bytes, settings.Images)}|{RulesOf(settings.Fetch)}";

    /// <summary>True where there is nothing to ask and nothing to make.</summary>
    /// <param name="card">Whether the crop for social cards is wanted.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="now">The time.</param>
    internal bool IsSettled(bool card, SiteSettings settings, DateTimeOffset now) => NextAttempt is { } next
        ? next > now && Rules == RulesOf(settings.Fetch)
        : IsMadeFor(card, settings.Images) && IsFresh(settings.Fetch, now);

    /// <summary>True where all files that are wanted were made, and made as they would be now.</summary>
    internal bool IsMadeFor(bool card, ImageSettings images) =>
        Encoded is { } image && Encoder == ImageHash.Recipe(images) && (image.SocialCard || !card || image.Width < Raster.SocialCard.SmallestSource);

    /// <summary>True where the origin need not be asked again. A file beside the posts has an event of its own when it changes.</summary>
    internal bool IsFresh(FetchSettings fetch, DateTimeOffset now) => Original is not null && Failure is null
        && (Key.StartsWith(ImageSource.AssetPrefix, StringComparison.Ordinal) || Key.StartsWith(ImageSource.InlinePrefix, StringComparison.Ordinal) ? CheckedAt is not null : CheckedAt + fetch.RevalidateAfter > now);

    /// <summary>True where a page shows the image as it is now.</summary>
    internal static bool IsShown(ImageRecord? record, Index.LiveImage live) =>
        record?.Encoded?.Hash == live.Hash && (record?.Encoded is null || record.Failure is not null) == live.Missing;
}
