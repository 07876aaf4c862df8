using System.Text.Json.Serialization;
using Blobpress.Publishing.Posts;
using Blobpress.Site.Posts;

namespace Blobpress.Local.Reports;

/// <summary>What became of one post, for its author.</summary>
public sealed record PostReport
{
    /// <summary>The file, relative to the folder of posts, with slashes.</summary>
    public required string Source { get; init; }

    public required PostOutcome Outcome { get; init; }

    /// <summary>The page, site-relative and percent-encoded, or null where there is none.</summary>
    public string? Url { get; init; }

    public string? Title { get; init; }

    /// <summary>Why it was rejected, or what in it was ignored.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>The images it shows, in its order.</summary>
    public IReadOnlyList<ImageReport> Images { get; init; } = [];

    /// <summary>How long it took.</summary>
    public long Milliseconds { get; init; }

    /// <summary>True where an earlier call did the work, so that there is no news in it.</summary>
    [JsonIgnore]
    public bool Repeated { get; init; }

    /// <summary>The report of a file that is not even stored.</summary>
    /// <param name="file">Its name, and why as a sentence.</param>
    public static PostReport Refused(KeyValuePair<string, string> file) =>
        new() { Source = file.Key, Outcome = PostOutcome.Rejected, Reasons = [new(0, 0, file.Value)] };

    /// <summary>The report of a publish.</summary>
    public static PostReport Of(PublishReport report, long milliseconds) => new()
    {
        Source = report.Source,
        Outcome = Enum.Parse<PostOutcome>(report.Outcome.ToString()),
        Url = report.Url,
        Title = report.Title,
        Reasons = report.Reasons,
        Images = [.. report.Images.Select(image => new ImageReport(image.Url, image.Origin, image.Outcome, image.Reason))],
        Milliseconds = milliseconds,
        Repeated = report.Repeated,
    };
}

/// <summary>What became of one image of a post.</summary>
/// <param name="Url">As the post names it.</param>
/// <param name="Origin">Where it really is, any proxy taken off, or null where that makes no sense.</param>
/// <param name="Outcome">One word: <c>ready</c>, <c>missing</c> …</param>
/// <param name="Reason">Why it is missing, or null.</param>
public sealed record ImageReport(string Url, string? Origin, string Outcome, string? Reason);
