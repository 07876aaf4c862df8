using System.Text.Json;

namespace Blobpress.Benchmarks.Images;

/// <summary>
/// The <c>images</c> command: what encoding costs beside sharp on the same photographs, what publishing
/// costs end to end, and what a decompression bomb costs. Prints a table and, as its last line, the figures as one JSON object.
/// </summary>
internal static class ImagesBenchmark
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("blobpress-images-").FullName;
        try
        {
            var deployment = await Deployment.MakeAsync();
            var photographs = Photographs.Write(folder);
            var comparison = await SharpComparison.MeasureAsync(photographs, folder);
            var bomb = await BombMeasurement.MeasureAsync(folder);
            var publishing = await PublishingMeasurement.MeasureAsync(photographs[^1], deployment);
            Console.WriteLine(Machine.Name);
            Console.WriteLine();
            comparison.Print(Console.Out);
            publishing.Print(Console.Out);
            bomb.Print(Console.Out);
            Console.WriteLine(JsonSerializer.Serialize(Figures(comparison, publishing, bomb), Json));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ImagesFigures Figures(SharpComparison comparison, PublishingMeasurement publishing, BombMeasurement bomb) => new()
    {
        CpuRatioToSharp = comparison.CpuRatio is { } ratio ? Math.Round(ratio, 3) : null,
        CpuSecondsPerPost = Math.Round(publishing.CpuSecondsPerPost, 3),
        PeakMegabytes = Math.Round(publishing.PeakMegabytes, 1),
        BombMilliseconds = Math.Round(bomb.Milliseconds, 1),
        BombMegabytes = Math.Round(bomb.PeakMegabytes, 1),
    };
}
