using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sweeping;
using Microsoft.Extensions.Logging;

namespace Blobpress.Publishing.Diagnostics;

/// <summary>What hosts log of results: names and counts, never what is in a post.</summary>
public static class PublishLog
{
    /// <summary>Logs what became of a name.</summary>
    public static void Note(this ILogger log, PublishReport report) => log.LogInformation(
        "{Source}: {Outcome} at {Url}, {Reasons} reasons, {Missing} of {Images} images missing",
        report.Source,
        report.Outcome,
        report.Url,
        report.Reasons.Count,
        report.Images.Count(image => image.Outcome != "ready"),
        report.Images.Count);

    /// <summary>Logs what a sweep found.</summary>
    public static void Note(this ILogger log, SweepReport report) => log.LogInformation(
        "Swept: {Due} due, {Missed} missed, {Restyled} restyled, {Unparked} taken up again; found and mended: {Violations}",
        report.Due,
        report.MissedCount,
        report.Restyled,
        report.Unparked,
        string.Join(", ", report.Violations.Select(found => $"{found.Value} {found.Key}").DefaultIfEmpty("nothing")));
}
