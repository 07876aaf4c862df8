using System.Text.Json;
using Blobpress.Functions.Tests.Protocol;
using Google.Protobuf;

namespace Blobpress.Functions.Tests.Hosting;

/// <summary>What the host hands to a function of each kind of trigger.</summary>
/// <param name="Trigger">The kind, as bindings call it.</param>
/// <param name="Data">The trigger's value.</param>
/// <param name="Metadata">What it tells besides.</param>
internal sealed record Invocation(string Trigger, TypedData Data, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>A blob of the container <c>posts</c>: a reference, of which the worker makes a client.</summary>
    public static Invocation Blob(string name) => new(
        "blobTrigger",
        new()
        {
            ModelBindingData = new()
            {
                Version = "1.0",
                Source = "AzureStorageBlobs",
                ContentType = "application/json",
                Content = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(new { Connection = "AzureWebJobsStorage", ContainerName = "posts", BlobName = name })),
            },
        },
        new Dictionary<string, string> { ["name"] = name, ["BlobTrigger"] = $"posts/{name}" });

    /// <summary>A message, as the host decoded it.</summary>
    public static Invocation Message(string text, long dequeued = 1) => new(
        "queueTrigger",
        new() { String = text },
        new Dictionary<string, string> { ["QueueTrigger"] = text, ["DequeueCount"] = JsonSerializer.Serialize(dequeued) });

    /// <summary>A tick of a schedule.</summary>
    public static Invocation Tick() => new(
        "timerTrigger",
        new() { Json = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-01-02T03:00:00+00:00","LastUpdated":"2026-01-02T03:00:00+00:00","Next":"2026-01-02T03:05:00+00:00"},"IsPastDue":false}""" },
        new Dictionary<string, string>());

    /// <summary>The request for a function.</summary>
    internal InvocationRequest Of(RpcFunctionMetadata function)
    {
        var parameter = function.Bindings.Single(binding => binding.Value.Type == Trigger).Key;
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = function.FunctionId,
            InputData = { new ParameterBinding { Name = parameter, Data = Data } },
            TraceContext = new() { TraceParent = $"00-{Guid.NewGuid():n}-{Guid.NewGuid().ToString("n")[..16]}-01" },
        };
        foreach (var (name, text) in Metadata)
        {
            request.TriggerMetadata[name] = new() { String = text };
        }

        return request;
    }
}
