using System.Globalization;
using Azure.Storage.Blobs;
using Blobpress.Benchmarks.Images;

namespace Blobpress.Benchmarks.Sites;

/// <summary>A whole site published from nothing on an Azurite, as the publishing process saw it; Azurite is a process of its own.</summary>
internal sealed record FromNothing(int Posts, double Seconds, double CpuSeconds, double PeakMegabytes)
{
    private const int UploadsAtOnce = 8;

    public double PostsPerSecond => Posts / Seconds;

    /// <summary>Uploads the first posts of the series and has them published.</summary>
    public static async Task<FromNothing> MeasureAsync(string connection, int posts)
    {
        await UploadAsync(connection, posts);
        var output = await PartProcess.OutputOfSelfAsync("site", "publish", connection, posts.ToString(CultureInfo.InvariantCulture));
        return PartProcess.Read<FromNothing>(output);
    }

    public void Print(TextWriter output)
    {
        output.WriteLine("| a text-only site from nothing on Azurite | posts/s | CPU s | MiB, the publishing process |");
        output.WriteLine("|---|---:|---:|---:|");
        output.WriteLine(FormattableString.Invariant($"| {Posts:N0} posts, pages, lists and feeds | {PostsPerSecond:0.0} | {CpuSeconds:0.0} | {PeakMegabytes:0.0} |"));
        output.WriteLine();
    }

    private static async Task UploadAsync(string connection, int posts)
    {
        var container = new BlobContainerClient(connection, "posts");
        await container.CreateIfNotExistsAsync();
        await Parallel.ForAsync(0, posts, new ParallelOptions { MaxDegreeOfParallelism = UploadsAtOnce }, async (number, cancel) =>
            await container.UploadBlobAsync(SitePosts.NameOf(number), BinaryData.FromString(SitePosts.Text(number)), cancel));
    }
}
