using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Blobpress.Benchmarks.Sites;

/// <summary>From saving a post to page and home page at a generator's own server, on the same posts.</summary>
internal static class GeneratorTime
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRebuild = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Seconds, the mean of some new posts in a site of so many; null where the generator can't be started or does not answer in time.</summary>
    /// <param name="generator">What to run.</param>
    /// <param name="posts">The first of the series.</param>
    /// <param name="modules">A folder of npm packages that the site needs, or null.</param>
    public static async Task<double?> MeasureAsync(Generator generator, int posts, string? modules = null)
    {
        var folder = Directory.CreateTempSubdirectory("blobpress-site-").FullName;
        try
        {
            await WriteAsync(generator, folder, posts);
            if (modules is not null)
            {
                Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), modules);
            }

            return await ServeAsync(generator, folder, posts);
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"{generator.Name} is left out: {fault.Message}");
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> ServeAsync(Generator generator, string folder, int posts)
    {
        var port = FreePort();
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}/"), Timeout = LongestRebuild };
        using var process = Start(generator, folder, port);
        try
        {
            await AwaitAsync(client, posts - 1, LongestStart);
            await AddAsync(generator, folder, client, posts);
            var watch = new Stopwatch();
            for (var sample = 1; sample <= LiveTime.Samples; sample++)
            {
                // A server that is still busy with the last change would be measured with that.
                await Task.Delay(TimeSpan.FromSeconds(1));
                watch.Start();
                await AddAsync(generator, folder, client, posts + sample);
                watch.Stop();
            }

            return watch.Elapsed.TotalSeconds / LiveTime.Samples;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task AddAsync(Generator generator, string folder, HttpClient client, int number)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, generator.Posts, SitePosts.NameOf(number)), SitePosts.Text(number));
        await AwaitAsync(client, number, LongestRebuild);
    }

    private static async Task AwaitAsync(HttpClient client, int number, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (!(await ShowsAsync(client, "", number) && await ShowsAsync(client, $"posts/post-{number}/", number)))
        {
            if (watch.Elapsed > patience)
            {
                throw new TimeoutException($"post {number} did not appear within {patience.TotalSeconds} s");
            }

            await Task.Delay(Pause);
        }
    }

    private static async Task<bool> ShowsAsync(HttpClient client, string path, int number)
    {
        try
        {
            return (await client.GetStringAsync(path)).Contains(SitePosts.TitleOf(number), StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            // It is not up yet, or busy.
            return false;
        }
    }

    private static async Task WriteAsync(Generator generator, string folder, int posts)
    {
        foreach (var (path, text) in generator.Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        Directory.CreateDirectory(Path.Combine(folder, generator.Posts));
        for (var number = 0; number < posts; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, generator.Posts, SitePosts.NameOf(number)), SitePosts.Text(number));
        }
    }

    private static Process Start(Generator generator, string folder, int port)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(generator.Program, generator.Arguments(port))
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
