using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Blobpress.StorageDouble.Wire;

/// <summary>The request an SDK's pipeline fills in.</summary>
internal sealed class DoubleRequest : Request
{
    private string? clientRequestId;

    public NameValues HeaderValues { get; } = new();

    /// <summary>Made on demand: no service looks at it, and a GUID a request is dear.</summary>
    public override string ClientRequestId
    {
        get => clientRequestId ??= Guid.NewGuid().ToString();
        set => clientRequestId = value;
    }

    public override void Dispose()
    {
    }

    protected override void AddHeader(string name, string value) => HeaderValues.Add(name, value);

    protected override void SetHeader(string name, string value) => HeaderValues.Set(name, value);

    protected override bool RemoveHeader(string name) => HeaderValues.Remove(name);

    protected override bool ContainsHeader(string name) => HeaderValues.Contains(name);

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => HeaderValues.TryGet(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = HeaderValues.TryGet(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        HeaderValues.Pairs.Select(pair => new HttpHeader(pair.Key, pair.Value));
}
