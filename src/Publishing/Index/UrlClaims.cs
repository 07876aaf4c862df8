using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Index;

/// <summary>
/// Who owns a URL. Every post that wants one keeps a row in its partition; the first row owns it: pages before
/// redirects, then by date, then by name. So the owner depends on the posts alone, not on who came first.
/// </summary>
public sealed class UrlClaims(TableClient table)
{
    private const string PathColumn = "Path";

    /// <summary>Puts a post's claim down; one that is there already is left.</summary>
    public Task ClaimAsync(UrlClaim claim, CancellationToken cancel)
    {
        var row = NamedRow.Of(TableKey.Of(claim.Path), RowKey(claim), PathColumn, claim.Path);
        row["Name"] = claim.Name;
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
    }

    /// <summary>Who claims a path, the owner first; own claims other than <paramref name="own"/>, left from an earlier date, are taken back.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(UrlClaim own, CancellationToken cancel)
    {
        var rows = await RowsAsync(own.Path, cancel).ConfigureAwait(false);
        var stale = rows.Where(row => row.GetString("Name") == own.Name && row.RowKey != RowKey(own)).ToList();
        foreach (var row in stale)
        {
            await DeleteAsync(row, cancel).ConfigureAwait(false);
        }

        return [.. rows.Except(stale).Select(row => row.GetString("Name"))];
    }

    /// <summary>True where this very claim owns its path.</summary>
    public async Task<bool> OwnsAsync(UrlClaim claim, CancellationToken cancel) =>
        (await RowsAsync(claim.Path, cancel).ConfigureAwait(false)).FirstOrDefault()?.RowKey == RowKey(claim);

    /// <summary>The owner of a path, or null.</summary>
    public async Task<string?> OwnerAsync(string path, CancellationToken cancel) =>
        (await RowsAsync(path, cancel).ConfigureAwait(false)).FirstOrDefault()?.GetString("Name");

    /// <summary>Takes a post's claims to a path back.</summary>
    /// <returns>The name of the post that owns the path now, or null.</returns>
    public async Task<string?> ReleaseAsync(string path, string name, CancellationToken cancel)
    {
        var rows = await RowsAsync(path, cancel).ConfigureAwait(false);
        foreach (var row in rows.Where(row => row.GetString("Name") == name))
        {
            await DeleteAsync(row, cancel).ConfigureAwait(false);
        }

        return rows.Select(row => row.GetString("Name")).FirstOrDefault(other => other != name);
    }

    /// <summary>All claims that were put down, or put down again, by a moment.</summary>
    public async IAsyncEnumerable<(string Path, string Name)> WalkAsync(
        DateTimeOffset until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancel).ConfigureAwait(false))
        {
            if (row.Timestamp <= until)
            {
                yield return (NamedRow.NameIn(row, row.PartitionKey, PathColumn), row.GetString("Name"));
            }
        }
    }

    // A handful at most: a crowd that wants one URL is read no further than its first few.
    private async Task<IReadOnlyList<TableEntity>> RowsAsync(string path, CancellationToken cancel)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(path)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, 10, cancellationToken: cancel).ConfigureAwait(false))
        {
            rows.Add(row);
            if (rows.Count == 10)
            {
                break;
            }
        }

        return rows;
    }

    private Task<Response> DeleteAsync(TableEntity row, CancellationToken cancel) =>
        table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancel);

    private static string RowKey(UrlClaim claim) => string.Create(
        CultureInfo.InvariantCulture, $"{(claim.Redirect ? 1 : 0)}{claim.Date.UtcDateTime:yyyyMMddHHmmss}{TableKey.Of(claim.Name)}");
}

/// <summary>A post's wish for a URL.</summary>
/// <param name="Path">The blob name behind it.</param>
/// <param name="Name">The post's source.</param>
/// <param name="Date">The post's date: the earlier post is the first.</param>
/// <param name="Redirect">True for an alias, which gives way to any page.</param>
public sealed record UrlClaim(string Path, string Name, DateTimeOffset Date, bool Redirect);
