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
    private const int MostRead = 10;

    /// <summary>Puts a post's claim down; one that is there already is left.</summary>
    public Task ClaimAsync(UrlClaim claim, CancellationToken cancel)
    {
        var row = NamedRow.Of(TableKey.Of(claim.Path), claim.RowKey, PathColumn, claim.Path);
        row["Name"] = claim.Name;
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
    }

    /// <summary>The claims to a path, the owner's first; of a crowd that wants one URL only the first few.</summary>
    public async Task<IReadOnlyList<HeldClaim>> ReadAsync(string path, CancellationToken cancel)
    {
        var claims = new List<HeldClaim>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(path)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, MostRead, cancellationToken: cancel).ConfigureAwait(false))
        {
            claims.Add(Held(row));
            if (claims.Count == MostRead)
            {
                break;
            }
        }

        return claims;
    }

    /// <summary>True where this very claim owns its path.</summary>
    public async Task<bool> OwnsAsync(UrlClaim claim, CancellationToken cancel) =>
        (await ReadAsync(claim.Path, cancel).ConfigureAwait(false)).FirstOrDefault()?.Is(claim) == true;

    /// <summary>The owner of a path, or null.</summary>
    public async Task<string?> OwnerAsync(string path, CancellationToken cancel) =>
        (await ReadAsync(path, cancel).ConfigureAwait(false)).FirstOrDefault()?.Name;

    /// <summary>Takes a claim back as it was read.</summary>
    /// <exception cref="RequestFailedException">412: it was put down again since, by a publisher that is at work.</exception>
    public Task TakeBackAsync(HeldClaim claim, CancellationToken cancel) =>
        table.DeleteEntityAsync(TableKey.Of(claim.Path), claim.RowKey, claim.ETag, cancel);

    /// <summary>All claims that were put down, or put down again, by a moment.</summary>
    public async IAsyncEnumerable<HeldClaim> WalkAsync(
        DateTimeOffset until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancel).ConfigureAwait(false))
        {
            if (row.Timestamp <= until)
            {
                yield return Held(row);
            }
        }
    }

    private static HeldClaim Held(TableEntity row) =>
        new(NamedRow.NameIn(row, row.PartitionKey, PathColumn), row.GetString("Name"), row.RowKey, row.ETag, row.Timestamp ?? DateTimeOffset.MaxValue);
}

/// <summary>A post's wish for a URL.</summary>
/// <param name="Path">The blob name behind it.</param>
/// <param name="Name">The post's source.</param>
/// <param name="Date">The post's date: the earlier post is the first.</param>
/// <param name="Redirect">True for an alias, which gives way to any page.</param>
public sealed record UrlClaim(string Path, string Name, DateTimeOffset Date, bool Redirect)
{
    /// <summary>Sorts the claims to a path: the first is the owner's.</summary>
    internal string RowKey => string.Create(
        CultureInfo.InvariantCulture, $"{(Redirect ? 1 : 0)}{Date.UtcDateTime:yyyyMMddHHmmss}{TableKey.Of(Name)}");
}

/// <summary>A claim as it stands in the table.</summary>
/// <param name="Path">The blob name behind the URL.</param>
/// <param name="Name">The post's source.</param>
/// <param name="RowKey">The row's key.</param>
/// <param name="ETag">As read.</param>
/// <param name="Since">When it was put down, the last time, by storage's clock.</param>
public sealed record HeldClaim(string Path, string Name, string RowKey, ETag ETag, DateTimeOffset Since)
{
    /// <summary>True where it is this one, of this date.</summary>
    public bool Is(UrlClaim claim) => RowKey == claim.RowKey;
}
