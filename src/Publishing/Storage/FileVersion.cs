using Azure;
using Azure.Storage.Blobs.Models;

namespace Blobpress.Publishing.Storage;

/// <summary>A file of the site as it was at one moment.</summary>
/// <param name="ETag">Null where there was no file.</param>
/// <param name="Hash">The hash kept with it, or null.</param>
/// <param name="Content">The content it was made of, for a post's page.</param>
/// <param name="Written">When it was written last, by storage's clock.</param>
public sealed record FileVersion(ETag? ETag, string? Hash, string? Content, DateTimeOffset? Written = null)
{
    /// <summary>The lists whose page it is, by kind and folder; null for all else.</summary>
    public string? List { get; init; }

    /// <summary>No file.</summary>
    public static FileVersion None { get; } = new(null, null, null);

    /// <summary>Holds as long as the file is still as it was.</summary>
    public BlobRequestConditions Condition =>
        ETag is { } tag ? new() { IfMatch = tag } : new() { IfNoneMatch = Azure.ETag.All };
}
