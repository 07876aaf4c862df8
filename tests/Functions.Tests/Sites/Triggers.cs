using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Blobpress.Functions.Tests.Hosting;
using Blobpress.Functions.Tests.Infra;
using Blobpress.Functions.Tests.Protocol;

namespace Blobpress.Functions.Tests.Sites;

/// <summary>
/// What the host does for the triggers: uploads as events, the queues as <c>host.json</c> says: so many messages at a time, decoded,
/// deleted when the function succeeds, parked when it failed too often or when the text can't be decoded. Workers take turns.
/// </summary>
internal sealed class Triggers(string connection, HostJson host, params IReadOnlyList<Worker> workers)
{
    private readonly QueueServiceClient _queues = new(connection, new QueueClientOptions
    {
        MessageEncoding = host.MessageEncoding == "base64" ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None,
    });

    private int _turn;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Worker Next => workers[(int)((uint)Interlocked.Increment(ref _turn) % (uint)workers.Count)];

    /// <summary>Event Grid tells of an upload.</summary>
    public async Task UploadedAsync(string name) => Succeeded(await Next.InvokeAsync("PostUploaded", Invocation.Blob(name)));

    /// <summary>The clock ticks.</summary>
    public async Task TickAsync(string function) => Succeeded(await Next.InvokeAsync(function, Invocation.Tick()));

    /// <summary>Takes messages until no queue has any.</summary>
    /// <returns>Why invocations failed.</returns>
    public async Task<IReadOnlyList<string>> DrainAsync()
    {
        var faults = new List<string>();
        var queues = workers[0].Functions.Values.Select(function => (function.Name, Queue: QueueOf(function))).Where(function => function.Queue is not null).ToList();
        while (await TakeAsync(queues!, faults) > 0)
        {
        }

        return faults;
    }

    private async Task<int> TakeAsync(IEnumerable<(string Function, string Queue)> queues, List<string> faults)
    {
        var taken = await Task.WhenAll(queues.Select(async pair =>
        {
            var undecodable = 0;
            var queue = Client(pair.Queue, async broken =>
            {
                undecodable++;
                await ParkAsync(pair.Queue, broken);
            });
            var messages = (await queue.ReceiveMessagesAsync(host.BatchSize, TimeSpan.FromMinutes(1), Cancel)).Value;
            await Task.WhenAll(messages.Select(message => HandleAsync(pair.Function, queue, message, faults)));
            return messages.Length + undecodable;
        }));
        return taken.Sum();
    }

    private async Task HandleAsync(string function, QueueClient queue, QueueMessage message, List<string> faults)
    {
        var result = (await Next.InvokeAsync(function, Invocation.Message(message.Body.ToString(), message.DequeueCount))).Result;
        if (result.Status == StatusResult.Types.Status.Success)
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
            return;
        }

        lock (faults)
        {
            faults.Add(result.Exception.Message);
        }

        if (message.DequeueCount >= host.MaxDequeueCount)
        {
            await ParkAsync(queue.Name, message);
        }
        else
        {
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Cancel);
        }
    }

    // Messages are parked as they came.
    private async Task ParkAsync(string queue, QueueMessage message)
    {
        var poison = _queues.GetQueueClient(queue + "-poison");
        await poison.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await poison.SendMessageAsync(message.Body, cancellationToken: Cancel);
        await _queues.GetQueueClient(queue).DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
    }

    private QueueClient Client(string queue, Func<QueueMessage, Task> undecodable)
    {
        var options = new QueueClientOptions { MessageEncoding = host.MessageEncoding == "base64" ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None };
        options.MessageDecodingFailed += broken => undecodable(broken.ReceivedMessage);
        return new(connection, queue, options);
    }

    private static string? QueueOf(RpcFunctionMetadata function) =>
        JsonDocument.Parse(function.RawBindings.Single()).RootElement.TryGetProperty("queueName", out var queue) ? queue.GetString() : null;

    private static void Succeeded(InvocationResponse response) => Assert.True(response.Result.Status == StatusResult.Types.Status.Success, response.Result.Exception?.Message);
}
