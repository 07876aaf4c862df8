using System.Globalization;
using Azure.Storage.Blobs;
using Blobpress.Local.Azurite;

namespace Blobpress.Benchmarks.Images;

/// <summary>
/// Posts with a header image of their own each, from a loopback origin to pages and variants in an Azurite. Origin and Azurite are other
/// processes than the one that is measured.
/// </summary>
internal sealed record PublishingMeasurement(double CpuSecondsPerPost, double PeakMegabytes)
{
    private const int Posts = 100;

    public static async Task<PublishingMeasurement> MeasureAsync(string photograph)
    {
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteSettings());
        await using var origin = PhotographOrigin.Start(photograph, Posts);
        await UploadAsync(azurite.ConnectionString);
        var port = origin.Port.ToString(CultureInfo.InvariantCulture);
        var usage = await PartProcess.RunSelfAsync("publish", azurite.ConnectionString, port, Posts.ToString(CultureInfo.InvariantCulture));
        return origin.Requests == Posts
            ? new(usage.Milliseconds / 1000 / Posts, usage.PeakMegabytes)
            : throw new InvalidOperationException($"the origin saw {origin.Requests} requests for {Posts} photographs");
    }

    public void Print(TextWriter output)
    {
        output.WriteLine($"| {Posts} posts with a 1920x1095 header image each, two workers | CPU s per post | MiB, the whole process |");
        output.WriteLine("|---|---:|---:|");
        output.WriteLine(FormattableString.Invariant($"| Blobpress, from the origin to pages, variants and lists | {CpuSecondsPerPost:0.000} | {PeakMegabytes:0.0} |"));
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
