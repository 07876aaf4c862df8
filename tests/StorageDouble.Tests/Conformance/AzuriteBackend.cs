using System.Diagnostics;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Blobpress.StorageDouble.Tests.Conformance;

/// <summary>A real Azurite on free loopback ports, from the azurite.js that BLOBPRESS_AZURITE_JS names.</summary>
public sealed partial class AzuriteBackend : StorageBackend, IAsyncLifetime
{
    private readonly Dictionary<string, string> addresses = [];
    private Process? process;

    // Azurite's own well-known account.
    private string Connection =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint={addresses["Blob"]}/devstoreaccount1;QueueEndpoint={addresses["Queue"]}/devstoreaccount1;"
        + $"TableEndpoint={addresses["Table"]}/devstoreaccount1;";

    public override BlobServiceClient Blobs => new(Connect(), Configure(new BlobClientOptions()));

    public override QueueServiceClient Queues => new(Connect(), Configure(new QueueClientOptions()));

    public override TableServiceClient Tables => new(Connect(), Configure(new TableClientOptions()));

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("BLOBPRESS_AZURITE_JS") is not { Length: > 0 } script)
        {
            return;
        }

        string[] arguments =
        [
            script, "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        ];
        process = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true })!;
        while (addresses.Count < 3 && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var match = ListeningPattern.Match(line);
            if (match.Success)
            {
                addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
            }
        }

        // Whatever else it prints is drained, or it would block on a full pipe.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public ValueTask DisposeAsync()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static T Configure<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 0;
        return options;
    }

    private string Connect()
    {
        Assert.SkipWhen(process is null, "BLOBPRESS_AZURITE_JS does not name an azurite.js to start.");
        return Connection;
    }

    [GeneratedRegex(@"^Azurite (?<service>\w+) service is successfully listening at (?<address>\S+)$")]
    private static partial Regex ListeningPattern { get; }
}
