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
    /// <param name="rows">
    /// Where lists show the post already. Its page may link to these lists alone: those it comes to may not be there yet. And to
    /// its neighbours only where it stands at its place among them: of what changes there it is told.
    /// The listing publisher writes the page again when they are.
    /// </param>
    /// <param name="always">Write even equal bytes.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task<bool> WriteAsync(
        SiteContext site, LivePost live, PageContent content, FileVersion seen, IEnumerable<ListRow> rows, bool always, CancellationToken cancel) =>
        WriteAsync(site, SitePath.OfBlob(live.Page), live.Content, content, seen, rows, always, cancel);

    private async Task<bool> WriteAsync(
        SiteContext site, SitePath path, string contentName, PageContent content, FileVersion seen, IEnumerable<ListRow> rows, bool always, CancellationToken cancel)
    {
        var places = rows.ToHashSet();
        var urls = places.Select(row => SitePaths.Front(row.List).Url).ToHashSet();
        var page = new PostPage(content with { Summary = Linked(content.Summary, urls) }, null, null);
        var key = SortKey.Of(content.Summary.Date, content.Summary.Name);
        if (places.Contains(new(ListKey.All, key)))
        {
            page = page with
            {
                Newer = await LinkAsync(RowKeys.Backward(SortKey.Ascending(key)), cancel).ConfigureAwait(false),
                Older = await LinkAsync(RowKeys.Entry(key), cancel).ConfigureAwait(false),
            };
        }

        var html = FileContent.Html(site.Page(theme => theme.Post(site.Settings, page), content.Html.Length, cancel)) with { Content = contentName };
        return await _web.WriteAsync(path, seen, html, always, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Brings every page that readers may come upon for a post up to its lists and neighbours as they are now: that of the
    /// version in force, that of the one the lists still show, and one that a publisher is just about to put in force.
    /// </summary>
    /// <param name="site">Settings and theme.</param>
    /// <param name="name">The post.</param>
    /// <param name="told">The record whose lists were all written just now; null where the post's lists were left as they are.</param>
    /// <param name="always">Write even equal bytes: links of the post are about to go, and the new ETag stops whoever still sees them.</param>
    /// <param name="ensure">Called before each write and after the page's version was read: throws where writing is no longer the caller's business.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The pages that were written.</returns>
    public async Task<IReadOnlyList<SitePath>> RefreshAsync(
        SiteContext site, string name, PostRecord? told, bool always, Func<CancellationToken, Task> ensure, CancellationToken cancel)
    {
        var state = await _records.ReadAsync(name, cancel).ConfigureAwait(false);
        var written = new List<SitePath>();
        foreach (var path in state.Everything.Paths.Select(SitePath.OfBlob))
        {
            var seen = await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false);
            if (seen.Content is not { } shown)
            {
                // A redirect, or nothing: the sweep repairs what is lost.
                continue;
            }

            // Without its content it is no page of this post's any more: it waits for another post to take the URL over.
            var content = await _contents.ReadAsync(shown, cancel).ConfigureAwait(false);
            if (content?.Summary.Name != name)
            {
                continue;
            }

            var live = Shown(state, told, shown);
            var rows = live is not null ? live.Footprint.Rows : [];
            await ensure(cancel).ConfigureAwait(false);
            if (await WriteAsync(site, path, shown, content, seen, rows, always, cancel).ConfigureAwait(false))
            {
                written.Add(path);
            }
        }

        return written;
    }

    // The version whose lists are all there, where the page shows it.
    private static LivePost? Shown(PostState state, PostRecord? told, string content) =>
        new[] { told?.Live, state.IsListed ? state.Record?.Live : null }.FirstOrDefault(live => live?.Content == content);

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

    /// <summary>A post without links to lists other than those with these URLs.</summary>
    internal static PostSummary Linked(PostSummary summary, HashSet<string> urls) => summary with
    {
        Categories = [.. summary.Categories.Where(term => urls.Contains(term.Url))],
        Tags = [.. summary.Tags.Where(term => urls.Contains(term.Url))],
        Authors = [.. summary.Authors.Select(author => urls.Contains(author.Url) ? author : author with { Url = "" })],
    };
}
