using System.Text.Json;
using Blobpress.Functions.Tests.Package;

namespace Blobpress.Functions.Tests.Infra;

/// <summary>What the published <c>host.json</c> tells the host of queues.</summary>
internal sealed class HostJson(PublishedApp app)
{
    private readonly JsonElement _root = JsonDocument.Parse(File.ReadAllText(Path.Combine(app.Folder, "host.json"))).RootElement;

    public int BatchSize => Queues.GetProperty("batchSize").GetInt32();

    public int MaxDequeueCount => Queues.GetProperty("maxDequeueCount").GetInt32();

    public string MessageEncoding => Queues.GetProperty("messageEncoding").GetString()!;

    private JsonElement Queues => _root.GetProperty("extensions").GetProperty("queues");
}
