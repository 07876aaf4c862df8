using System.Globalization;
using Azure.Storage.Blobs;
using Blobpress.Local.Azurite;

namespace Blobpress.Benchmarks.Images;

/// <summary>
/// Posts with a header image of their own each, from a loopback origin to pages and variants in an Azurite. Origin and Azurite are other
/// processes than the one that is measured.
/// </summary>
/// <param name="CpuSecondsPerPost">Of the publishing process, its start included.</param>
/// <param name="PeakMegabytes">Its largest resident set.</param>
/// <param name="CompiledAhead">As src/Functions is when it is deployed.</param>
internal sealed record PublishingMeasurement(double CpuSecondsPerPost, double PeakMegabytes, bool CompiledAhead)
{
    private const int Posts = 100;

    /// <param name="photograph">A large one.</param>
    /// <param name="deployment">The program that publishes (<see cref="Deployment"/>); null to run this one again.</param>
    public static async Task<PublishingMeasurement> MeasureAsync(string photograph, string? deployment)
    {
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteSettings());
        await using var origin = PhotographOrigin.Start(photograph, Posts);
        await UploadAsync(azurite.ConnectionString);
        string[] part = ["publish", azurite.ConnectionString, origin.Port.ToString(CultureInfo.InvariantCulture), Posts.ToString(CultureInfo.InvariantCulture)];
        var usage = await (deployment is null ? PartProcess.RunSelfAsync(part) : PartProcess.RunAsync(deployment, ["images", .. part]));
        return origin.Requests == Posts
            ? new(usage.Milliseconds / 1000 / Posts, usage.PeakMegabytes, deployment is not null)
            : throw new InvalidOperationException($"the origin saw {origin.Requests} requests for {Posts} photographs");
    }

    public void Print(TextWriter output)
    {
        output.WriteLine($"| {Posts} posts with a 1920x1095 header image each, two workers | CPU s per post | MiB, the whole process |");
        output.WriteLine("|---|---:|---:|");
        var code = CompiledAhead ? "" : " (compiled as it ran: compiling ahead failed)";
        output.WriteLine(FormattableString.Invariant($"| Blobpress, from the origin to pages, variants and lists{code} | {CpuSecondsPerPost:0.000} | {PeakMegabytes:0.0} |"));
        output.WriteLine();
    }

    public static string NameOf(int post) => $"post{post}.md";

    private static async Task UploadAsync(string connection)
    {
        var posts = new BlobContainerClient(connection, "posts");
        await posts.CreateIfNotExistsAsync();
        for (var i = 0; i < Posts; i++)
            await posts.UploadBlobAsync(NameOf(i), BinaryData.FromString(Text(i)));
    }

    private static string Text(int post) => $"""
        ---
        title: Post {post}
        date: 2022-01-{1 + post % 28:00}
        tags: [harbour, light]
        cover: {PhotographOrigin.UrlOf(post)}
        ---

        {string.Join("\n\n", Enumerable.Repeat("The ferry left at eight, and the **harbour** was still.", 20))}
        """;
}
