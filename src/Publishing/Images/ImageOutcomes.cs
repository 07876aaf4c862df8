using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Site.Images;

namespace Blobpress.Publishing.Images;

/// <summary>What became of all images of one post.</summary>
/// <param name="ByKey">For rendering.</param>
/// <param name="Live">For the record.</param>
/// <param name="Reports">For the author.</param>
public sealed record ImageOutcomes(
    IReadOnlyDictionary<string, ImageOutcome> ByKey, IReadOnlyList<LiveImage> Live, IReadOnlyList<ImageReport> Reports)
{
    private const int LongestWritten = 300;
    private const int ShortData = 60;

    /// <summary>Gathers the outcomes of a post's images.</summary>
    internal static ImageOutcomes Of(IReadOnlyList<(ImageReference Reference, ImageOutcome Outcome)> images)
    {
        var byKey = images.ToDictionary(image => image.Reference.Source.Key, image => image.Outcome);
        // Of two places of one image its author hears of that where it is, or of the first.
        var others = images.Select(image => image.Reference.Other).OfType<ImageReference>().ToHashSet();
        bool IsTold((ImageReference Reference, ImageOutcome Outcome) image) => image.Outcome is ImageOutcome.Ready
            || (!others.Contains(image.Reference) && !(image.Reference.Other is { } other && byKey.GetValueOrDefault(other.Source.Key) is ImageOutcome.Ready));
        return new(byKey, [.. images.Where(image => image.Reference.Source is not ImageSource.Unusable).Select(image => LiveOf(image) with { Elsewhere = !IsTold(image) })], [.. images.Where(IsTold).Select(ReportOf)]);
    }

    private static LiveImage LiveOf((ImageReference Reference, ImageOutcome Outcome) image) => image.Outcome switch
    {
        ImageOutcome.Ready(var ready) => new(image.Reference.Source.Key, ready.Hash, false),
        ImageOutcome.Missing(_, var lastGood) => new(image.Reference.Source.Key, lastGood?.Hash, true),
        _ => throw new InvalidOperationException("An image is ready or missing."),
    };

    private static ImageReport ReportOf((ImageReference Reference, ImageOutcome Outcome) image)
    {
        var origin = image.Reference.Source switch
        {
            ImageSource.Remote(var url, _) => url.AbsoluteUri,
            ImageSource.Asset(var name) => name,
            _ => Short(image.Reference.Raw),
        };
        var written = Short(image.Reference.Raw);
        return image.Outcome switch
        {
            ImageOutcome.Missing(var reason, var lastGood) => new(written, origin, lastGood is null ? "missing" : "last-good", reason),
            _ => new(written, origin, "ready", null),
        };
    }

    // A picture within the post may take megabytes, and a receipt is for reading.
    private static string Short(string raw) =>
        raw.Length <= LongestWritten ? raw : raw[..(raw.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? ShortData : LongestWritten)] + "…";
}
