using System.Diagnostics;
using System.Security.Cryptography;

namespace Blobpress.Local.Azurite;

/// <summary>Installs the Azurite that the lock file beside this program pins.</summary>
/// <param name="folder">Where installations are kept, one folder for each lock file ever used.</param>
/// <param name="progress">Where a first installation, which takes a minute, is told of.</param>
internal sealed class AzuriteInstaller(string folder, TextWriter progress)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(10);

    private static readonly string Pinned = Path.Combine(AppContext.BaseDirectory, "Azurite");

    /// <summary>The script that stops Azurite when this process ends.</summary>
    public static string StopWithParent => Path.Combine(Pinned, "stop-with-parent.cjs");

    /// <summary>The script that has Azurite list blobs of names that XML can't hold.</summary>
    public static string ListAnyName => Path.Combine(Pinned, "list-any-name.cjs");

    /// <summary>The script that spares Azurite looking through whole tables.</summary>
    public static string QueryByPartition => Path.Combine(Pinned, "query-by-partition.cjs");

    /// <summary>Installs where that was not done yet; processes that come at the same time wait for the first.</summary>
    /// <returns>The full path of Azurite's entry script.</returns>
    /// <exception cref="LocalException">npm failed; its last words are in the message.</exception>
    public async Task<string> InstallAsync(NodeTools tools, CancellationToken cancel)
    {
        var installed = Path.Combine(folder, await FingerprintAsync(cancel));
        if (!Directory.Exists(installed))
        {
            Directory.CreateDirectory(folder);
            using var locked = await FileLock.WaitAsync(Path.Combine(folder, ".lock"), cancel);
            if (!Directory.Exists(installed))
            {
                await InstallIntoAsync(installed, tools, cancel);
            }
        }

        return Path.Combine(installed, "node_modules", "azurite", "dist", "src", "azurite.js");
    }

    private async Task InstallIntoAsync(string installed, NodeTools tools, CancellationToken cancel)
    {
        await progress.WriteLineAsync("Installing Azurite, the storage emulator (once; a minute or two) ...");
        var draft = installed + ".part";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        Directory.CreateDirectory(draft);
        File.Copy(Path.Combine(Pinned, "package.json"), Path.Combine(draft, "package.json"));
        File.Copy(Path.Combine(Pinned, "package-lock.json"), Path.Combine(draft, "package-lock.json"));
        await RunNpmAsync(draft, tools, cancel);

        // A folder under the final name is always whole, whatever stopped an earlier installation.
        Directory.Move(draft, installed);
        await progress.WriteLineAsync("Azurite is installed.");
    }

    private async Task RunNpmAsync(string draft, NodeTools tools, CancellationToken cancel)
    {
        string[] arguments = ["ci", "--ignore-scripts", "--no-bin-links", "--no-audit", "--no-fund", "--loglevel=error"];
        using var npm = Process.Start(new ProcessStartInfo(tools.Npm, arguments)
        {
            WorkingDirectory = draft,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new LocalException($"{tools.Npm} could not be started.");

        var output = npm.StandardOutput.ReadToEndAsync(cancel);
        var errors = npm.StandardError.ReadToEndAsync(cancel);
        try
        {
            await ReportWhileRunningAsync(npm.WaitForExitAsync(cancel));
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }

        if (npm.ExitCode != 0)
        {
            var said = (await output + await errors).Trim();
            throw new LocalException($"npm could not install Azurite; check the network or npm's settings. npm said: {said}");
        }
    }

    private async Task ReportWhileRunningAsync(Task running)
    {
        var clock = Stopwatch.StartNew();
        while (await Task.WhenAny(running, Task.Delay(ProgressInterval)) != running)
        {
            await progress.WriteLineAsync($"  still installing ({clock.Elapsed.TotalSeconds:0} s)");
        }

        await running;
    }

    private static async Task<string> FingerprintAsync(CancellationToken cancel)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Pinned, "package-lock.json"), cancel);
        return Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
    }
}
