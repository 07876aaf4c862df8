using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Links;

namespace Blobpress.Publishing.Index;

/// <summary>
/// Which posts are meant by what links name, and which posts hold such links. The posts themselves stand beside their entries in
/// the sitemap's partition, where the listing publisher puts them in the same transaction; each key (<see cref="LinkReference.Key"/>)
/// has a partition with a row for each post that names it.
/// </summary>
internal sealed class LinkIndex(TableClient lists)
{
    /// <summary>Candidates of one key that are compared; of a greater crowd these are the newest.</summary>
    public const int MostCandidates = 100;

    private const string UsePartition = "link|";
    private const string PostColumn = "Post";
    private const string KeyColumn = "Key";

    /// <summary>The row of a post among those that links may mean.</summary>
    /// <param name="name">The post.</param>
    /// <param name="entry">Its key in the sitemap: of several posts the newest come first.</param>
    public static string NamedRowOf(string name, string entry) => RowKeys.Named(Id(LinkReference.PostKey(name)), entry);

    /// <summary>What that row holds.</summary>
    public static IReadOnlyDictionary<string, object> NamedColumns(LivePost live) =>
        new Dictionary<string, object> { ["Name"] = live.Summary.Name, ["Title"] = live.Summary.Title, ["Url"] = live.Summary.Url };

    /// <summary>The published posts of a key, the newest first, at most one more than <see cref="MostCandidates"/>.</summary>
    public async Task<IReadOnlyList<LinkCandidate>> CandidatesAsync(string key, CancellationToken cancel)
    {
        var candidates = new List<LinkCandidate>();
        var (partition, from) = (IndexPartition.Sitemap.Name, RowKeys.Named(Id(key), ""));
        var end = RowKeys.After(from);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {end}");
        await foreach (var row in lists.QueryAsync<TableEntity>(filter, MostCandidates + 1, cancellationToken: cancel).ConfigureAwait(false))
        {
            var name = row.GetString("Name");
            if (LinkReference.PostKey(name) == key)
            {
                candidates.Add(new(name, new(row.GetString("Url"), row.GetString("Title"))));
            }

            if (candidates.Count > MostCandidates)
            {
                break;
            }
        }

        return candidates;
    }

    /// <summary>Notes that links of a post name a key.</summary>
    public Task AddUseAsync(string key, string post, CancellationToken cancel)
    {
        var row = NamedRow.Of(UsePartition + Id(key), TableKey.Of(post), PostColumn, post);
        row[KeyColumn] = key;
        return lists.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
    }

    /// <summary>The note that links of a post name a key, as it is now; null where there is none.</summary>
    public async Task<ETag?> ReadUseAsync(string key, string post, CancellationToken cancel)
    {
        var row = await lists.GetEntityIfExistsAsync<TableEntity>(UsePartition + Id(key), TableKey.Of(post), cancellationToken: cancel).ConfigureAwait(false);
        return row.HasValue ? row.Value!.ETag : null;
    }

    /// <summary>Notes that a post's links name a key no longer.</summary>
    /// <exception cref="RequestFailedException">412: it was noted again since that they do.</exception>
    public Task RemoveUseAsync(string key, string post, ETag seen, CancellationToken cancel) =>
        lists.DeleteEntityAsync(UsePartition + Id(key), TableKey.Of(post), seen, cancel);

    /// <summary>Some of the posts whose links name a key, in an order that stays.</summary>
    /// <param name="key">The key.</param>
    /// <param name="after">The last one of the step before; null for the first.</param>
    /// <param name="most">How many at most: fewer are the last ones.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<string>> UsesAsync(string key, string? after, int most, CancellationToken cancel)
    {
        var posts = new List<string>();
        var (partition, from) = (UsePartition + Id(key), after is null ? "" : TableKey.Of(after));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from}");
        await foreach (var row in lists.QueryAsync<TableEntity>(filter, most, ["RowKey", PostColumn], cancel).ConfigureAwait(false))
        {
            posts.Add(NamedRow.NameIn(row, row.RowKey, PostColumn));
            if (posts.Count == most)
            {
                break;
            }
        }

        return posts;
    }

    /// <summary>The use that a row of the table notes; null for a row of something else.</summary>
    public static LinkUse? UseIn(TableEntity row) => row.PartitionKey.StartsWith(UsePartition, StringComparison.Ordinal) && row.GetString(KeyColumn) is { } key
        ? new(key, NamedRow.NameIn(row, row.RowKey, PostColumn), row.ETag)
        : null;

    // Any key has one, whatever its length and signs.
    private static string Id(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..24];
}

/// <summary>A note that links of a post name a key.</summary>
/// <param name="Key">What they name.</param>
/// <param name="Post">The post.</param>
/// <param name="ETag">As read.</param>
internal sealed record LinkUse(string Key, string Post, ETag ETag);
