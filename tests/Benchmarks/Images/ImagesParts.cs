using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Blobpress.Publishing.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Benchmarks.Images;

/// <summary>The parts of the benchmark that run in a process of their own, so that each has its own clock and memory.</summary>
internal static class ImagesParts
{
    private const string Pixel = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    public static async Task<int> RunAsync(string[] part)
    {
        switch (part)
        {
            case ["resize", var output, var rounds, .. var photographs]:
                Resize(output, int.Parse(rounds, CultureInfo.InvariantCulture), [.. photographs]);
                return 0;
            case ["refuse", var bomb]:
                Refuse(bomb);
                return 0;
            case ["publish", var connection, var port, var posts]:
                Print(await PublishingPart.RunAsync(connection, int.Parse(port, CultureInfo.InvariantCulture), int.Parse(posts, CultureInfo.InvariantCulture)));
                return 0;
            default:
                return 2;
        }
    }

    private static void Resize(string output, int rounds, IReadOnlyList<string> photographs)
    {
        var sources = photographs.Select(file => (Name: Path.GetFileNameWithoutExtension(file), Bytes: File.ReadAllBytes(file))).ToList();
        foreach (var (name, bytes) in sources)
        {
            foreach (var file in Encode(bytes).Files)
                File.WriteAllBytes(Path.Combine(output, name + file.Path.Blob[file.Path.Blob.LastIndexOf('-')..]), file.Bytes);
        }

        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < rounds; i++)
            sources.ForEach(source => Encode(source.Bytes));
        var used = Process.GetCurrentProcess().TotalProcessorTime - before;
        Print(new PartUsage(used.TotalMilliseconds / rounds, Machine.PeakMegabytes));
    }

    private static void Refuse(string bomb)
    {
        var bytes = File.ReadAllBytes(bomb);
        // The library is loaded once for the process, not once for an image.
        Encode(Convert.FromBase64String(Pixel));
        var watch = Stopwatch.StartNew();
        var result = ImageResizer.Resize(bytes, new(), new());
        var elapsed = watch.Elapsed.TotalMilliseconds;
        if (result is not ResizeResult.TooLarge)
            throw new InvalidOperationException($"the bomb was not refused: {result}");
        Print(new PartUsage(elapsed, Machine.PeakMegabytes));
    }

    private static ResizeResult.Encoded Encode(byte[] bytes) => (ResizeResult.Encoded)ImageResizer.Resize(bytes, new ImageSettings(), new FetchSettings());

    private static void Print(PartUsage usage) => Console.WriteLine(JsonSerializer.Serialize(usage, PartProcess.Json));
}
