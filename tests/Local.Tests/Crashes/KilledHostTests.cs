using System.Diagnostics;
using Blobpress.Local.Azurite;

namespace Blobpress.Local.Tests.Crashes;

public sealed class KilledHostTests : IDisposable
{
    // Another number of them: BLOBPRESS_KILLS=200 ./test
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("BLOBPRESS_KILLS"), out var kills) ? kills : 50;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    // Between the start of a host and the time it takes to publish all and a little more, so that it is killed in all it does.
    private const double Earliest = 0.35;
    private const double Latest = 1.15;
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_host_killed_in_the_midst_of_a_burst_ends_with_the_site_of_a_clean_publish()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var edits = new Edits(random, _folder);
        Directory.CreateDirectory(_folder.Of("posts/notes"));
        edits.Make(30);
        await using (var storage = await AzuriteProcess.StartAsync(new AzuriteSettings(), Cancel))
        {
            var run = await MeasureAsync(storage, edits);
            for (var kill = 0; kill < Kills; kill++)
            {
                await RunAndKillAsync(storage, edits, run * (Earliest + (random.NextDouble() * (Latest - Earliest))));
            }

            await ExportAsync(storage, "survivor");
        }

        await using (var fresh = await AzuriteProcess.StartAsync(new AzuriteSettings(), Cancel))
        {
            await ExportAsync(fresh, "clean");
        }

        Assert.True(new FolderText(_folder.Of("clean")).ToString() == new FolderText(_folder.Of("survivor")).ToString(), $"Seed {seed}: {Differences()}");
    }

    private async Task<TimeSpan> MeasureAsync(AzuriteProcess storage, Edits edits)
    {
        var watch = Stopwatch.StartNew();
        using var host = Start(storage);
        await host.Follows.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        edits.Make(5);
        await host.KillAsync();
        return watch.Elapsed < LongestRun ? watch.Elapsed : LongestRun;
    }

    private async Task RunAndKillAsync(AzuriteProcess storage, Edits edits, TimeSpan life)
    {
        edits.Make(6);
        using var host = Start(storage);
        await Task.Delay(life * 0.7, Cancel);
        edits.Make(3);
        await Task.Delay(life * 0.3, Cancel);
        await host.KillAsync();
    }

    private async Task ExportAsync(AzuriteProcess storage, string folder)
    {
        using var host = HostProcess.Start([.. Arguments(storage), "--once", "--export", _folder.Of(folder)]);
        Assert.True(await host.ExitAsync(Cancel) == 0, host.Output);
    }

    private HostProcess Start(AzuriteProcess storage) => HostProcess.Start([.. Arguments(storage), "--port", "0"]);

    private string[] Arguments(AzuriteProcess storage) =>
        ["--posts", _folder.Of("posts"), "--data", _folder.Of("data"), "--storage", storage.ConnectionString];

    private string Differences()
    {
        var clean = new FolderText(_folder.Of("clean")).ToString().Split('\n');
        var survivor = new FolderText(_folder.Of("survivor")).ToString().Split('\n');
        return $"only in the clean site:\n{string.Join('\n', clean.Except(survivor).Take(20))}\nonly in the survivor:\n{string.Join('\n', survivor.Except(clean).Take(20))}";
    }
}
