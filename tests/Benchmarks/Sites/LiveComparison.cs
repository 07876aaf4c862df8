using Blobpress.Local.Azurite;

namespace Blobpress.Benchmarks.Sites;

/// <summary>A site published from nothing on Azurite, and how long a new post takes to be live in it and at the servers of other generators.</summary>
internal sealed record LiveComparison(FromNothing Site, double Seconds, double? HugoSeconds, double? HexoSeconds)
{
    public static async Task<LiveComparison> MeasureAsync(int posts)
    {
        var (site, seconds) = await OwnAsync(posts);
        var hugo = await GeneratorTime.MeasureAsync(Generator.Hugo, posts);
        var hexo = await HexoInstallation.FindAsync() is { } installed
            ? await GeneratorTime.MeasureAsync(Generator.Hexo(installed), posts, Path.Combine(installed, "node_modules"))
            : null;
        return new(site, seconds, hugo, hexo);
    }

    public void Print(TextWriter output)
    {
        Site.Print(output);
        output.WriteLine("| from a new post to its page and the home page | seconds |");
        output.WriteLine("|---|---:|");
        output.WriteLine(FormattableString.Invariant($"| Blobpress on Azurite, {Site.Posts:N0} posts | {Seconds:0.000} |"));
        output.WriteLine(FormattableString.Invariant($"| {Generator.Hugo.Name} | {Shown(HugoSeconds)} |"));
        output.WriteLine(FormattableString.Invariant($"| hexo server | {Shown(HexoSeconds)} |"));
        output.WriteLine();
    }

    private static async Task<(FromNothing Site, double Seconds)> OwnAsync(int posts)
    {
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteSettings { Progress = Console.Error });
        var site = await FromNothing.MeasureAsync(azurite.ConnectionString, posts);
        return (site, await LiveTime.MeasureAsync(azurite.ConnectionString, posts));
    }

    private static string Shown(double? seconds) => seconds is { } number ? FormattableString.Invariant($"{number:0.000}") : "not measured";
}
