using System.Diagnostics;

namespace Blobpress.Local.Azurite;

/// <summary>
/// An Azurite of one's own on free loopback ports: blobs, queues and tables under Azurite's well-known account.
/// It stops when disposed, and by itself when this process ends, however it ends.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private readonly DataFolder? _data;

    private AzuriteProcess(Process process, DataFolder? data, string connectionString)
    {
        _process = process;
        _data = data;
        ConnectionString = connectionString;
    }

    /// <summary>For the Azure SDK's clients; holds the three endpoints and Azurite's published key.</summary>
    public string ConnectionString { get; }

    /// <summary>Installs Azurite where that was not done yet, starts it and waits until it listens.</summary>
    /// <exception cref="LocalException">
    /// Node.js is missing, npm failed, the data folder is in use by another host, or Azurite did not start within a minute.
    /// </exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteSettings settings, CancellationToken cancel = default)
    {
        var tools = await NodeTools.FindAsync(cancel: cancel);
        var script = await new AzuriteInstaller(settings.InstallFolder, settings.Progress).InstallAsync(tools, cancel);
        var data = settings.DataFolder is null ? null : await DataFolder.TakeAsync(settings.DataFolder, cancel);
        try
        {
            return await StartAsync(tools.Node, Arguments(script, settings, data), data, cancel);
        }
        catch
        {
            data?.Dispose();
            throw;
        }
    }

    /// <summary>Asks it to save and stop; kills it where it does not within ten seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(_process);
        _data?.Dispose();
    }

    private static async Task<AzuriteProcess> StartAsync(string node, IEnumerable<string> arguments, DataFolder? data, CancellationToken cancel)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(node, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var output = new AzuriteOutput(process);
        process.Start();
        data?.Remember(process);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var endpoints = await output.Endpoints.WaitAsync(StartTimeout, cancel);
            return new AzuriteProcess(process, data, endpoints.ConnectionString);
        }
        catch (TimeoutException fault)
        {
            await StopAsync(process);
            throw new LocalException($"Azurite did not start within {StartTimeout.TotalSeconds} s. {output.LastWords}", fault);
        }
        catch
        {
            await StopAsync(process);
            throw;
        }
    }

    // Port 0: the system picks free ones, and Azurite prints them. The SDK asks for newer API versions than Azurite knows.
    private static IEnumerable<string> Arguments(string script, AzuriteSettings settings, DataFolder? data) =>
    [
        "--require", AzuriteInstaller.StopWithParent,
        "--require", AzuriteInstaller.ListAnyName,
        .. settings.QueriesByPartition ? ["--require", AzuriteInstaller.QueryByPartition] : Array.Empty<string>(),
        script,
        "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        "--skipApiVersionCheck", "--disableTelemetry", "--silent",
        .. data is null ? ["--inMemoryPersistence"] : new[] { "--location", data.Path },
    ];

    private static async Task StopAsync(Process process)
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(StopTimeout);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
