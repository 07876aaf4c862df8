using System.Text.Json;

namespace Blobpress.Benchmarks.Sites;

/// <summary>
/// The <c>site</c> command: what one change costs in sites of growing size, how long it takes to be live, how fast a whole site
/// comes from nothing. Prints tables and, as its last line, the figures as one JSON object.
/// </summary>
internal static class SiteBenchmark
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Measures.</summary>
    /// <returns>0, or 2 for a wrong option.</returns>
    public static async Task<int> RunAsync(string[] options)
    {
        if (SiteOptions.Parse(options) is not { } sizes)
        {
            await Console.Error.WriteLineAsync(SiteOptions.Usage);
            return 2;
        }

        Console.WriteLine(Machine.Name);
        Console.WriteLine();
        var text = TextCost.Measure();
        var live = await LiveComparison.MeasureAsync(sizes.AzuritePosts);
        live.Print(Console.Out);
        var home = await Burst.MeasureAsync();
        Console.WriteLine(FormattableString.Invariant($"A burst of 1,000 uploads writes the home page {home} times; a post of 5 KB takes {text:0.00} ms of CPU from text to article."));
        Console.WriteLine();
        var flat = await FlatCost.MeasureAsync(sizes.MaxPosts);
        flat.Print(Console.Out);
        Console.WriteLine(JsonSerializer.Serialize(Figures(text, live, home, flat), Json));
        return 0;
    }

    private static SiteFigures Figures(double text, LiveComparison live, int home, FlatCost flat) => new()
    {
        OperationsRatio = Rounded(flat.OperationsRatio),
        BytesRatio = Rounded(flat.BytesRatio),
        LiveSeconds = Rounded(live.Seconds),
        HugoLiveSeconds = Rounded(live.HugoSeconds),
        HexoLiveSeconds = Rounded(live.HexoSeconds),
        PostsPerSecond = Rounded(live.Site.PostsPerSecond),
        PeakMegabytes = Rounded(live.Site.PeakMegabytes),
        HomeWritesPerThousand = home,
        TextMilliseconds = Rounded(text),
    };

    private static double? Rounded(double? figure) => figure is { } number ? Math.Round(number, 3) : null;
}
