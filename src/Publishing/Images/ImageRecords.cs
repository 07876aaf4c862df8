using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Images;

/// <summary>Reads and writes what is known of images: one partition an image, with a row for each post that shows it.</summary>
internal sealed class ImageRecords(TableClient table)
{
    private const string RecordRow = "image";
    private const string UseRow = "use~";
    private const string SharedPartition = "hash~";
    private const string PostColumn = "Post";

    /// <summary>The record and its ETag; nulls where there is none.</summary>
    public async Task<(ImageRecord? Record, ETag? ETag)> ReadAsync(string key, CancellationToken cancel)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Id(key), RecordRow, cancellationToken: cancel).ConfigureAwait(false);
        return row.HasValue
            ? (JsonSerializer.Deserialize(row.Value!.GetString("Json"), StateJson.Compact.ImageRecord), row.Value.ETag)
            : (null, null);
    }

    /// <summary>Writes a record over the one that was read.</summary>
    /// <exception cref="RequestFailedException">409 or 412: somebody wrote it since.</exception>
    public async Task<ETag?> WriteAsync(ImageRecord record, ETag? seen, CancellationToken cancel)
    {
        var row = new TableEntity(Id(record.Key), RecordRow) { ["Json"] = JsonSerializer.Serialize(record, StateJson.Compact.ImageRecord) };
        var response = seen is { } tag
            ? await table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancel).ConfigureAwait(false)
            : await table.AddEntityAsync(row, cancel).ConfigureAwait(false);
        return response.Headers.ETag;
    }

    /// <summary>Forgets an image.</summary>
    public Task RemoveAsync(string key, ETag seen, CancellationToken cancel) => table.DeleteEntityAsync(Id(key), RecordRow, seen, cancel);

    /// <summary>Notes that a post shows an image.</summary>
    public Task AddUseAsync(string key, string post, CancellationToken cancel) =>
        table.UpsertEntityAsync(NamedRow.Of(Id(key), UseRow + TableKey.Of(post), PostColumn, post), TableUpdateMode.Replace, cancel);

    /// <summary>The note that a post shows an image, as it is now; null where there is none.</summary>
    public async Task<ETag?> ReadUseAsync(string key, string post, CancellationToken cancel)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Id(key), UseRow + TableKey.Of(post), cancellationToken: cancel).ConfigureAwait(false);
        return row.HasValue ? row.Value!.ETag : null;
    }

    /// <summary>Notes that a post shows an image no longer.</summary>
    /// <exception cref="RequestFailedException">412: it was noted again since that it does.</exception>
    public Task RemoveUseAsync(string key, string post, ETag seen, CancellationToken cancel) =>
        table.DeleteEntityAsync(Id(key), UseRow + TableKey.Of(post), seen, cancel);

    /// <summary>The posts that show an image.</summary>
    public IAsyncEnumerable<string> UsesAsync(string key, CancellationToken cancel) => NamesAsync(Id(key), UseRow, cancel);

    /// <summary>Some of the posts that show an image, in an order that stays, at most <paramref name="most"/>.</summary>
    /// <param name="key">The image.</param>
    /// <param name="after">The last one of the step before; null for the first.</param>
    /// <param name="most">As many as storage gives in one answer, or fewer.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<string>> UsesAsync(string key, string? after, int most, CancellationToken cancel)
    {
        var posts = new List<string>();
        var (partition, from, end) = (Id(key), UseRow + (after is null ? "" : TableKey.Of(after)), RowKeys.After(UseRow));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {end}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, Math.Min(most, 1000), ["RowKey", PostColumn], cancel).ConfigureAwait(false))
        {
            posts.Add(NamedRow.NameIn(row, row.RowKey[UseRow.Length..], PostColumn));
            if (posts.Count == most)
            {
                break;
            }
        }

        return posts;
    }

    /// <summary>Notes that an image's files are those of a hash, which other images may share.</summary>
    public Task AddSharerAsync(string hash, string key, CancellationToken cancel) =>
        table.UpsertEntityAsync(new TableEntity(SharedPartition + hash, UseRow + TableKey.Of(Id(key))) { ["Key"] = key }, TableUpdateMode.Replace, cancel);

    /// <summary>The note that an image's files are those of a hash, as it is now; null where there is none.</summary>
    public async Task<ETag?> ReadSharerAsync(string hash, string key, CancellationToken cancel)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(SharedPartition + hash, UseRow + TableKey.Of(Id(key)), cancellationToken: cancel).ConfigureAwait(false);
        return row.HasValue ? row.Value!.ETag : null;
    }

    /// <summary>Notes that an image's files are those of a hash no longer.</summary>
    /// <exception cref="RequestFailedException">412: it was noted again since that they are.</exception>
    public Task RemoveSharerAsync(string hash, string key, ETag seen, CancellationToken cancel) =>
        table.DeleteEntityAsync(SharedPartition + hash, UseRow + TableKey.Of(Id(key)), seen, cancel);

    /// <summary>The keys of the images whose files are those of a hash.</summary>
    public async Task<IReadOnlyList<string>> SharersAsync(string hash, CancellationToken cancel)
    {
        var keys = new List<string>();
        var partition = SharedPartition + hash;
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancel).ConfigureAwait(false))
        {
            keys.Add(row.GetString("Key"));
        }

        return keys;
    }

    /// <summary>All rows: of each image the record, then who shows it; after all images who shares copies.</summary>
    public async IAsyncEnumerable<ImageRow> WalkAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancel).ConfigureAwait(false))
        {
            var about = row.PartitionKey.StartsWith(SharedPartition, StringComparison.Ordinal) ? ImageRow.Kinds.Sharer
                : row.RowKey == RecordRow ? ImageRow.Kinds.Record
                : row.RowKey.StartsWith(UseRow, StringComparison.Ordinal) ? ImageRow.Kinds.Use
                : ImageRow.Kinds.Other;
            yield return new(about, row.PartitionKey, row.RowKey, row.ETag, row.Timestamp ?? DateTimeOffset.MaxValue)
            {
                Record = about == ImageRow.Kinds.Record ? JsonSerializer.Deserialize(row.GetString("Json"), StateJson.Compact.ImageRecord) : null,
                Post = about == ImageRow.Kinds.Use ? NamedRow.NameIn(row, row.RowKey[UseRow.Length..], PostColumn) : null,
                Sharer = about == ImageRow.Kinds.Sharer ? (row.PartitionKey[SharedPartition.Length..], row.GetString("Key")) : null,
            };
        }
    }

    /// <summary>Removes a row as it was read.</summary>
    /// <exception cref="RequestFailedException">412: it was written since.</exception>
    public Task RemoveAsync(ImageRow row, CancellationToken cancel) => table.DeleteEntityAsync(row.Partition, row.RowKey, row.ETag, cancel);

    private async IAsyncEnumerable<string> NamesAsync(
        string partition, string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var end = RowKeys.After(prefix);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, null, ["RowKey", PostColumn], cancel).ConfigureAwait(false))
        {
            yield return NamedRow.NameIn(row, row.RowKey[prefix.Length..], PostColumn);
        }
    }

    internal static string Id(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}

/// <summary>A row of the table of images.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Partition">An image's id, or that of a copy's sharers.</param>
/// <param name="RowKey">Its key there.</param>
/// <param name="ETag">As read.</param>
/// <param name="Written">When it was written last, by storage's clock.</param>
internal sealed record ImageRow(ImageRow.Kinds Kind, string Partition, string RowKey, ETag ETag, DateTimeOffset Written)
{
    /// <summary>The record, where it is one that can be read.</summary>
    public ImageRecord? Record { get; init; }

    /// <summary>The post that shows the image.</summary>
    public string? Post { get; init; }

    /// <summary>A copy's hash and the key of an image whose copy it is.</summary>
    public (string Hash, string Key)? Sharer { get; init; }

    internal enum Kinds
    {
        Record,
        Use,
        Sharer,
        Other,
    }
}
