using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.InteropServices;
using Azure;
using Azure.Core;

namespace Blobpress.StorageDouble.Wire;

/// <summary>A reply in the SDKs' shape. The body is a seekable memory stream, so no pipeline copies or awaits it.</summary>
internal sealed class DoubleResponse(StorageReply reply, string clientRequestId) : Response
{
    public override int Status => reply.Status;

    public override string ReasonPhrase => ((HttpStatusCode)reply.Status).ToString();

    public override Stream? ContentStream { get; set; } = Open(reply.Body);

    public override string ClientRequestId { get; set; } = clientRequestId;

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => reply.Headers.Contains(name);

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => reply.Headers.TryGet(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = reply.Headers.TryGet(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        reply.Headers.Pairs.Select(pair => new HttpHeader(pair.Key, pair.Value));

    private static MemoryStream Open(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var part) && part.Array is not null
            ? new MemoryStream(part.Array, part.Offset, part.Count, writable: false)
            : new MemoryStream([], writable: false);
}
