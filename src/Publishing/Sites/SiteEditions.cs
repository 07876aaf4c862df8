using Azure.Data.Tables;

namespace Blobpress.Publishing.Sites;

/// <summary>
/// Notes which settings, theme and engine the files were made with that depend on no post. No record of a post tells when
/// these are out of date, so this does: whoever made them notes it afterwards, and the sweep compares.
/// </summary>
internal sealed class SiteEditions(TableClient lists)
{
    private const string Partition = "site";
    private const string FilesRow = "files";
    private const string PagesRow = "pages";
    private const string PostsRow = "posts";
    private const string StyleColumn = "Style";

    /// <summary>As noted now.</summary>
    public async Task<SiteEdition> ReadAsync(CancellationToken cancel)
    {
        var edition = new SiteEdition(null, null, null);
        await foreach (var row in lists.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancel).ConfigureAwait(false))
        {
            var style = row.GetString(StyleColumn);
            edition = row.RowKey switch
            {
                FilesRow => edition with { Files = style },
                PagesRow => edition with { Pages = style },
                _ => edition with { Posts = style },
            };
        }

        return edition;
    }

    /// <summary>Notes what the files are made with that settings and theme alone give: the page for what is not found, robots.txt.</summary>
    public Task NoteFilesAsync(string fingerprint, CancellationToken cancel) => NoteAsync(FilesRow, fingerprint, cancel);

    /// <summary>Notes what the lists' pages are made with that are there even in an empty site.</summary>
    public Task NotePagesAsync(string fingerprint, CancellationToken cancel) => NoteAsync(PagesRow, fingerprint, cancel);

    /// <summary>Notes for which look posts that have another one are asked for.</summary>
    public Task NotePostsAsync(string fingerprint, CancellationToken cancel) => NoteAsync(PostsRow, fingerprint, cancel);

    private async Task NoteAsync(string row, string fingerprint, CancellationToken cancel) =>
        await lists.UpsertEntityAsync(new TableEntity(Partition, row) { [StyleColumn] = fingerprint }, TableUpdateMode.Replace, cancel).ConfigureAwait(false);
}

/// <summary>The fingerprints that files were made with which depend on no post; null for what was never made.</summary>
/// <param name="Files">Of the page for what is not found and of robots.txt.</param>
/// <param name="Pages">Of the lists' pages that are there even in an empty site.</param>
/// <param name="Posts">What posts were last compared with as a whole, which may still be under way: a sweep finds what that missed.</param>
internal sealed record SiteEdition(string? Files, string? Pages, string? Posts)
{
    /// <summary>True where all of them are as the site in force has them.</summary>
    public bool IsOf(SiteContext site) => Files == site.Fingerprint && Pages == site.Fingerprint && Posts == site.Fingerprint;
}
