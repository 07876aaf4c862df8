using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Blobpress.StorageDouble.Direct;
using Blobpress.StorageDouble.Simulation;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble;

/// <summary>
/// One process's way to a <see cref="StorageAccount"/>: clients of the real SDKs, anonymous (nothing is signed),
/// without logging, tracing and time-outs of their own.
/// </summary>
public sealed class StorageConnection
{
    private readonly int retries;

    internal StorageConnection(StorageAccount account, string process, int retries, bool isDirect)
    {
        this.retries = retries;
        Account = account;
        Process = process;
        if (isDirect)
        {
            var calls = new DirectCalls(this);
            (Blobs, Queues, Tables) = (new DirectBlobs(calls), new DirectQueues(calls), new DirectTables(calls));
            return;
        }

        Blobs = new(Address("blob"), Configure(new BlobClientOptions(), StorageService.Blob));
        Queues = new(Address("queue"), Configure(new QueueClientOptions(), StorageService.Queue));
        // The table client wants a shared access signature where it is to sign nothing itself.
        Tables = new(new Uri(Address("table"), "?sig=0"), Configure(new TableClientOptions(), StorageService.Table));
    }

    /// <summary>The process's name, as traces and fault policies see it.</summary>
    public string Process { get; }

    /// <summary>The blob service's client.</summary>
    public BlobServiceClient Blobs { get; }

    /// <summary>The queue service's client. It sends texts as they are; for Base64 use <see cref="QueuesWith"/>.</summary>
    public QueueServiceClient Queues { get; }

    /// <summary>The table service's client.</summary>
    public TableServiceClient Tables { get; }

    /// <summary>Whether the process has crashed.</summary>
    public bool IsCrashed { get; private set; }

    internal StorageAccount Account { get; }

    /// <summary>A client of the queue service with another encoding of messages.</summary>
    public QueueServiceClient QueuesWith(QueueMessageEncoding encoding) =>
        new(Address("queue"), Configure(new QueueClientOptions { MessageEncoding = encoding }, StorageService.Queue));

    /// <summary>
    /// Crashes the process: its waiting requests are dropped unperformed, and what it awaits now or later never
    /// comes. Its leases stay until they expire. Start it again by <see cref="StorageAccount.Connect"/>.
    /// </summary>
    public void Crash()
    {
        IsCrashed = true;
        Account.Scheduler?.Drop(this);
    }

    private Uri Address(string service) => new($"https://{Account.Name}.{service}.core.windows.net/");

    private T Configure<T>(T options, StorageService service)
        where T : ClientOptions
    {
        options.Transport = new DoubleTransport(this, service);
        options.Retry.MaxRetries = retries;
        options.Retry.Mode = RetryMode.Fixed;
        // A pause would end on a timer's thread, out of the scheduler's sight.
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.MaxDelay = TimeSpan.Zero;
        options.Retry.NetworkTimeout = Timeout.InfiniteTimeSpan;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        return options;
    }
}
