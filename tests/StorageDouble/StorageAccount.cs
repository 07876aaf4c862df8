using Blobpress.StorageDouble.Simulation;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble;

/// <summary>
/// A storage account in memory, under the real Azure SDKs. It keeps Azure's conditional headers, ETags, leases,
/// entity group transactions and message visibility, as the REST reference has them, on a clock of the test's own.
/// Without a scheduler it may be used from several threads.
/// </summary>
public sealed class StorageAccount
{
    private readonly Lock gate = new();
    private readonly Stamps stamps;
    private readonly Services services;

    /// <summary>Makes an empty account.</summary>
    /// <param name="clock">The time of leases, visibility and timestamps; the system's by default.</param>
    /// <param name="scheduler">Holds requests back and chooses among them; null to answer each at once.</param>
    /// <param name="name">The account's name in addresses.</param>
    public StorageAccount(TimeProvider? clock = null, Scheduler? scheduler = null, string name = "double")
    {
        stamps = new Stamps(clock ?? TimeProvider.System);
        services = new Services(stamps);
        Scheduler = scheduler;
        Name = name;
    }

    /// <summary>The account's name.</summary>
    public string Name { get; }

    /// <summary>The scheduler, or null where requests are answered at once.</summary>
    public Scheduler? Scheduler { get; }

    /// <summary>What goes wrong with which request; null for nothing.</summary>
    public FaultPolicy? Faults { get; set; }

    /// <summary>The requests dealt with, and their counts.</summary>
    public RequestTrace Trace { get; } = new();

    /// <summary>The names of all containers, in order.</summary>
    public IReadOnlyList<string> ContainerNames => Read(() => services.Blobs.Containers.Select(container => container.Name));

    /// <summary>The names of all tables, in order.</summary>
    public IReadOnlyList<string> TableNames => Read(() => services.Tables.Tables.Select(table => table.Name));

    /// <summary>The names of all queues, in order.</summary>
    public IReadOnlyList<string> QueueNames => Read(() => services.Queues.Queues.Select(queue => queue.Name));

    /// <summary>Makes the clients of a process. Connecting is no request.</summary>
    /// <param name="process">Its name in traces; a process that was started again may use the old one's.</param>
    /// <param name="retries">How often the SDKs try again, without a pause.</param>
    public StorageConnection Connect(string process = "process", int retries = 0) => new(this, process, retries, isDirect: false);

    /// <summary>
    /// Makes the clients of a process that reach the services as values, round the SDKs' pipelines: they send the same requests in
    /// the same order, for a tenth of the time, but have only the operations that publishers use, all of them asynchronous.
    /// Bytes are not counted.
    /// </summary>
    /// <param name="process">As above.</param>
    public StorageConnection ConnectDirectly(string process = "process") => new(this, process, retries: 0, isDirect: true);

    /// <summary>All blobs of a container by name, in ordinal order; empty where there is no such container.</summary>
    public IReadOnlyDictionary<string, StoredBlob> Snapshot(string container)
    {
        var blobs = new SortedDictionary<string, StoredBlob>(StringComparer.Ordinal);
        foreach (var (name, blob) in Read(() => services.ReadBlobs(container)))
        {
            blobs.Add(name, blob);
        }

        return blobs;
    }

    /// <summary>
    /// Puts a blob under just the name that is given, as tools do that spell addresses by themselves: .NET drops dots and
    /// slashes of some. It is no request.
    /// </summary>
    public void PutBlob(string container, string name, ReadOnlyMemory<byte> content, params IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var headers = new NameValues();
        headers.Add("x-ms-blob-type", "BlockBlob");
        foreach (var (key, value) in metadata)
        {
            headers.Add("x-ms-meta-" + key, value);
        }

        Perform(OperationKind.PutBlob, new(StorageService.Blob, "PUT", PathOf(container, name), new(), headers, content.ToArray()));
    }

    /// <summary>Deletes a blob by just the name that is given. It is no request.</summary>
    public void DeleteBlob(string container, string name) =>
        Perform(OperationKind.DeleteBlob, new(StorageService.Blob, "DELETE", PathOf(container, name), new(), new(), []));

    /// <summary>All entities of a table in key order; empty where there is no such table.</summary>
    public IReadOnlyList<StoredEntity> EntitiesOf(string table) => Read(() => services.ReadEntities(table));

    /// <summary>All messages of a queue in the order they were put, hidden ones too; empty where there is no such queue.</summary>
    public IReadOnlyList<StoredMessage> MessagesOf(string queue) => Read(() => services.ReadMessages(queue, stamps.Now));

    internal static OperationKind? Classify(StorageRequest request) => Services.Classify(request);

    /// <summary>Performs a request, faults included. Returns null where its process crashed of it.</summary>
    internal StorageReply? Serve(StorageConnection connection, StorageRequest request, StorageCall call)
    {
        lock (gate)
        {
            var fault = Faults?.Invoke(call);
            var reply = FaultInjection.Perform(fault, request, () => services.Perform(call.Kind, request));
            if (!request.IsDirect)
            {
                reply?.With("x-ms-request-id", "00000000-0000-0000-0000-000000000000").With("x-ms-version", request.Headers["x-ms-version"]).With("Date", stamps.Now);
            }

            Trace.Add(new(call, reply?.Status ?? 0, request.Body.Length, reply?.Body.Length ?? 0, fault));
            return FaultInjection.Deliver(fault, reply, connection);
        }
    }

    private static string PathOf(string container, string name) => $"/{container}/{Uri.EscapeDataString(name)}";

    private void Perform(OperationKind kind, StorageRequest request)
    {
        lock (gate)
        {
            if (services.Perform(kind, request).Status >= 400)
            {
                throw new ArgumentException($"There can be no blob {request.Path}, or there is none.");
            }
        }
    }

    private List<T> Read<T>(Func<IEnumerable<T>> read)
    {
        lock (gate)
        {
            return [.. read()];
        }
    }
}
