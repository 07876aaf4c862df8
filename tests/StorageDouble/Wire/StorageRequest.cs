using Azure.Core;

namespace Blobpress.StorageDouble.Wire;

/// <summary>One request as a service sees it. The path is percent-encoded and starts with a slash.</summary>
internal sealed record StorageRequest(
    StorageService Service,
    string Method,
    string Path,
    NameValues Query,
    NameValues Headers,
    byte[] Body)
{
    /// <summary>True where it comes as values from a client that writes and reads no bytes: the answer is a value too.</summary>
    public bool IsDirect { get; init; }

    /// <summary>What a direct client sends in place of a body: a change, several of them, a text.</summary>
    public object? Value { get; init; }

    /// <summary>What the path names, once a service has read it.</summary>
    public object? Target { get; set; }

    /// <summary>Copies what an SDK is about to send: its buffers may be reused while the request waits.</summary>
    public static StorageRequest Read(StorageService service, DoubleRequest request)
    {
        var uri = request.Uri.ToUri();
        return new(
            service, request.Method.Method, uri.AbsolutePath, ReadQuery(uri.Query), request.HeaderValues, ReadBody(request.Content));
    }

    /// <summary>Reads a query string, with or without its question mark.</summary>
    public static NameValues ReadQuery(string query)
    {
        var values = new NameValues();
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            values.Add(Uri.UnescapeDataString(name), Uri.UnescapeDataString(value.Replace('+', ' ')));
        }

        return values;
    }

    private static byte[] ReadBody(RequestContent? content)
    {
        if (content is null)
        {
            return [];
        }

        using var buffer = content.TryComputeLength(out var length) ? new MemoryStream((int)length) : new MemoryStream();
        content.WriteTo(buffer, CancellationToken.None);
        return buffer.Length == buffer.Capacity ? buffer.GetBuffer() : buffer.ToArray();
    }
}
