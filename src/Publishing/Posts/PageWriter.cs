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
    /// <param name="shownIn">
    /// The lists that show the post already, which alone its page may link to: those it comes to may not be there yet.
    /// The listing publisher writes the page again when they are.
    /// </param>
    /// <param name="always">Write even equal bytes.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<bool> WriteAsync(
        SiteContext site, LivePost live, PageContent content, FileVersion seen, IEnumerable<ListKey> shownIn, bool always, CancellationToken cancel)
    {
        var urls = shownIn.Select(list => SitePaths.Front(list.Kind, list.Slugs).Url).ToHashSet();
        var page = new PostPage(content with { Summary = Linked(content.Summary, urls) }, null, null);
        if (urls.Count > 0)
        {
            page = page with
            {
                Newer = await LinkAsync(RowKeys.Backward(SortKey.Ascending(live.Key)), cancel).ConfigureAwait(false),
                Older = await LinkAsync(RowKeys.Entry(live.Key), cancel).ConfigureAwait(false),
            };
        }

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
        return await WriteAsync(site, live, content, seen, live.Lists.Select(entry => entry.List), always: false, cancel).ConfigureAwait(false) ? path : null;
    }

    /// <summary>The names of the posts right before and after a place in the list of all posts.</summary>
    public async Task<IReadOnlyList<string>> NeighboursAsync(string key, CancellationToken cancel)
    {
        var newer = await NextAsync(RowKeys.Backward(SortKey.Ascending(key)), cancel).ConfigureAwait(false);
        var older = await NextAsync(RowKeys.Entry(key), cancel).ConfigureAwait(false);
        return [.. new[] { newer, older }.OfType<TableEntity>().Select(row => row.GetString("Name"))];
    }

    private async Task<PostLink?> LinkAsync(string rowKey, CancellationToken cancel) =>
        await NextAsync(rowKey, cancel).ConfigureAwait(false) is { } row ? EntryColumns.Link(row) : null;

    private Task<TableEntity?> NextAsync(string rowKey, CancellationToken cancel) =>
        _index.NextAsync(IndexPartition.Posts(ListKey.All, 1), rowKey, cancel);

    private static PostSummary Linked(PostSummary summary, HashSet<string> urls) => summary with
    {
        Categories = [.. summary.Categories.Where(term => urls.Contains(term.Url))],
        Tags = [.. summary.Tags.Where(term => urls.Contains(term.Url))],
        Authors = [.. summary.Authors.Select(author => urls.Contains(author.Url) ? author : author with { Url = "" })],
    };
}
