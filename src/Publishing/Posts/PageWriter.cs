using Azure.Data.Tables;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Html;
using Blobpress.Site.Listings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Posts;

/// <summary>Writes the page of one post.</summary>
public sealed class PageWriter
{
    private readonly SiteWriter _web;
    private readonly ContentStore _contents;
    private readonly PostRecords _records;
    private readonly IndexTable _index;

    /// <summary>A writer on one account.</summary>
    public PageWriter(StorageAccount account)
    {
        _web = new(account.Web);
        _contents = new(account.State);
        _records = new(account.Records);
        _index = new(account.Lists);
    }

    /// <summary>Writes the page of a post that is being published.</summary>
    /// <param name="site">Settings and theme.</param>
    /// <param name="live">The post.</param>
    /// <param name="content">What its page shows.</param>
    /// <param name="seen">The page's version, read before <paramref name="content"/>'s inputs were.</param>
    /// <param name="listed">
    /// True where its lists and neighbours show the post already. A page that is new does not link to them yet, since they
    /// may not be there; the listing publisher writes it again when they are.
    /// </param>
    /// <param name="always">Write even equal bytes.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<bool> WriteAsync(SiteContext site, LivePost live, PageContent content, FileVersion seen, bool listed, bool always, CancellationToken cancel)
    {
        var page = listed
            ? new PostPage(content, await NewerAsync(live.Key, cancel).ConfigureAwait(false), await OlderAsync(live.Key, cancel).ConfigureAwait(false))
            : new PostPage(content with { Summary = Unlisted(content.Summary) }, null, null);
        var html = FileContent.Html(site.Theme.Post(site.Settings, page)) with { Content = live.Content };
        return await _web.WriteAsync(SitePath.OfBlob(live.Page), seen, html, always, cancel).ConfigureAwait(false);
    }

    /// <summary>Brings the page of a published post up to its lists and neighbours as they are now.</summary>
    /// <returns>The page's path where it was written, else null.</returns>
    public async Task<SitePath?> RefreshAsync(SiteContext site, string name, CancellationToken cancel)
    {
        if ((await _records.ReadAsync(name, cancel).ConfigureAwait(false)).Record?.Live is not { } live)
        {
            return null;
        }

        var path = SitePath.OfBlob(live.Page);
        var seen = await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false);
        if (seen.Content != live.Content)
        {
            // Somebody is publishing another version just now and will announce it; or the page is gone, for the sweep to repair.
            return null;
        }

        var content = await _contents.ReadAsync(live.Content, cancel).ConfigureAwait(false);
        return await WriteAsync(site, live, content, seen, listed: true, always: false, cancel).ConfigureAwait(false) ? path : null;
    }

    /// <summary>The names of the posts right before and after a place in the list of all posts.</summary>
    public async Task<IReadOnlyList<string>> NeighboursAsync(string key, CancellationToken cancel)
    {
        var newer = await NextAsync(RowKeys.Backward(SortKey.Ascending(key)), cancel).ConfigureAwait(false);
        var older = await NextAsync(RowKeys.Entry(key), cancel).ConfigureAwait(false);
        return [.. new[] { newer, older }.OfType<TableEntity>().Select(row => row.GetString("Name"))];
    }

    private async Task<PostLink?> NewerAsync(string key, CancellationToken cancel) =>
        await LinkAsync(RowKeys.Backward(SortKey.Ascending(key)), cancel).ConfigureAwait(false);

    private async Task<PostLink?> OlderAsync(string key, CancellationToken cancel) =>
        await LinkAsync(RowKeys.Entry(key), cancel).ConfigureAwait(false);

    private async Task<PostLink?> LinkAsync(string rowKey, CancellationToken cancel) =>
        await NextAsync(rowKey, cancel).ConfigureAwait(false) is { } row ? EntryColumns.Link(row) : null;

    private Task<TableEntity?> NextAsync(string rowKey, CancellationToken cancel) =>
        _index.NextAsync(IndexPartition.Posts(ListKey.All, 1), rowKey, cancel);

    private static PostSummary Unlisted(PostSummary summary) => summary with { Categories = [], Tags = [], Authors = [.. summary.Authors.Select(author => author with { Url = "" })] };
}
