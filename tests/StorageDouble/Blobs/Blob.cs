using System.Globalization;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>One version of a block blob.</summary>
internal sealed record Blob(
    byte[] Content,
    ContentHeaders Headers,
    IReadOnlyList<KeyValuePair<string, string>> Metadata,
    IReadOnlyList<Block> Blocks,
    DateTimeOffset Created,
    DateTimeOffset Modified)
{
    private const string MetadataPrefix = "x-ms-meta-";

    public string ETag { get; } = MakeETag(Modified);

    public static string MakeETag(DateTimeOffset modified) => string.Create(CultureInfo.InvariantCulture, $"\"0x{modified.UtcTicks:X}\"");

    public static IReadOnlyList<KeyValuePair<string, string>> ReadMetadata(NameValues headers) =>
    [
        .. headers.Pairs
            .Where(pair => pair.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            .Select(pair => KeyValuePair.Create(pair.Key[MetadataPrefix.Length..], pair.Value))
    ];

    public StorageReply Stamp(StorageReply reply) => reply.With("ETag", ETag).With("Last-Modified", Modified);

    public void WriteMetadata(StorageReply reply)
    {
        foreach (var (name, value) in Metadata)
        {
            reply.With(MetadataPrefix + name, value);
        }
    }
}
