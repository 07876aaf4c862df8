using System.Globalization;
using System.Text;

namespace Blobpress.StorageDouble.Wire;

/// <summary>What a service answers.</summary>
internal sealed class StorageReply(int status, ReadOnlyMemory<byte> body = default)
{
    public int Status { get; } = status;

    public NameValues Headers { get; } = new();

    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>What a direct client reads in place of headers and body.</summary>
    public object? Value { get; init; }

    public static StorageReply Xml(int status, string text) =>
        new StorageReply(status, Encoding.UTF8.GetBytes(text)).With("Content-Type", "application/xml");

    public static StorageReply Json(int status, ReadOnlyMemory<byte> utf8) =>
        new StorageReply(status, utf8).With("Content-Type", "application/json;odata=minimalmetadata;streaming=true;charset=utf-8");

    public StorageReply With(string name, string? value)
    {
        Headers.AddIfAny(name, value);
        return this;
    }

    public StorageReply With(string name, DateTimeOffset value) =>
        With(name, value.ToString("R", CultureInfo.InvariantCulture));
}
