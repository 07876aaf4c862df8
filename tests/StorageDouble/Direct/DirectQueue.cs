using System.Globalization;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Blobpress.StorageDouble.Queues;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Direct;

/// <summary>A queue for a direct connection.</summary>
internal sealed class DirectQueue(DirectCalls calls, string queue) : QueueClient
{
    public override string Name => queue;

    public override async Task<Response> CreateIfNotExistsAsync(IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default)
    {
        var reply = await calls.SendAsync(Request("PUT", [queue]), OperationKind.CreateQueue, cancellationToken).ConfigureAwait(false);
        return reply.Status < 400 || DirectCalls.CodeOf(reply) == QueueErrors.QueueAlreadyExists.Code ? DirectCalls.Raw(reply) : throw DirectCalls.Refusal(reply);
    }

    public override async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        var reply = await calls.SendAsync(Request("GET", [queue]), OperationKind.GetQueueProperties, cancellationToken).ConfigureAwait(false);
        var isThere = reply.Status < 400;
        return isThere || DirectCalls.CodeOf(reply) == QueueErrors.QueueNotFound.Code ? Response.FromValue(isThere, DirectCalls.Raw(reply)) : throw DirectCalls.Refusal(reply);
    }

    public override async Task<Response<QueueProperties>> GetPropertiesAsync(CancellationToken cancellationToken = default)
    {
        var reply = await calls.RequireAsync(Request("GET", [queue]), OperationKind.GetQueueProperties, cancellationToken).ConfigureAwait(false);
        var count = int.Parse(reply.Headers["x-ms-approximate-messages-count"]!, CultureInfo.InvariantCulture);
        return Response.FromValue(QueuesModelFactory.QueueProperties(null, count), DirectCalls.Raw(reply));
    }

    public override Task<Response<SendReceipt>> SendMessageAsync(string messageText, CancellationToken cancellationToken = default) =>
        SendAsync(messageText, cancellationToken);

    public override Task<Response<SendReceipt>> SendMessageAsync(
        BinaryData message, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default) =>
        visibilityTimeout is null && timeToLive is null ? SendAsync(message.ToString(), cancellationToken) : throw new NotSupportedException();

    public override async Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
        int? maxMessages = null, TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default)
    {
        var request = Request("GET", [queue, "messages"]);
        request.Query.AddIfAny("numofmessages", maxMessages?.ToString(CultureInfo.InvariantCulture));
        request.Query.AddIfAny("visibilitytimeout", ((int?)visibilityTimeout?.TotalSeconds)?.ToString(CultureInfo.InvariantCulture));
        var reply = await calls.RequireAsync(request, OperationKind.GetMessages, cancellationToken).ConfigureAwait(false);
        var messages = (IEnumerable<Message>)reply.Value!;
        return Response.FromValue(
            messages.Select(message => QueuesModelFactory.QueueMessage(message.Id, message.PopReceipt, BinaryData.FromString(message.Text), message.DequeueCount)).ToArray(),
            DirectCalls.Raw(reply));
    }

    public override async Task<Response> DeleteMessageAsync(string messageId, string popReceipt, CancellationToken cancellationToken = default)
    {
        var request = Request("DELETE", [queue, "messages", messageId]);
        request.Query.Add("popreceipt", popReceipt);
        return DirectCalls.Raw(await calls.RequireAsync(request, OperationKind.DeleteMessage, cancellationToken).ConfigureAwait(false));
    }

    private async Task<Response<SendReceipt>> SendAsync(string text, CancellationToken cancel)
    {
        var request = Request("POST", [queue, "messages"]) with { Value = text };
        var reply = await calls.RequireAsync(request, OperationKind.PutMessage, cancel).ConfigureAwait(false);
        var sent = ((IEnumerable<Message>)reply.Value!).Single();
        return Response.FromValue(QueuesModelFactory.SendReceipt(sent.Id, sent.Inserted, sent.Expires, sent.PopReceipt, sent.NextVisible), DirectCalls.Raw(reply));
    }

    private static StorageRequest Request(string method, string[] path) =>
        new(StorageService.Queue, method, "/" + string.Join('/', path), new(), new(), []) { IsDirect = true, Target = path };
}
