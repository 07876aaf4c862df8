using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Feeds;
using Blobpress.Site.Html;
using Blobpress.Site.Listings;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Listing;

/// <summary>Reads what a list page, feed or shard shows and renders it.</summary>
internal sealed class PartitionViews(IndexTable table, ContentStore contents)
{
    // What a front page leads with is short by nature; more than this would be a list of its own.
    private const int MostSticky = 10;

    // Characters of whole posts in a feed: readers give up on larger ones, and the posts below come as excerpts.
    private const int MostContent = 4_000_000;

    /// <summary>Where readers come in.</summary>
    public static SitePath Home { get; } = SitePaths.Front(ListKey.All);

    private static readonly string[] Feeds = ["atom.xml", "rss.xml", "feed.json"];

    /// <summary>The index of terms, as far down as a prefix.</summary>
    public static SitePath TermsPath(IndexPartition partition, string prefix) =>
        SitePaths.Terms(partition.List, TermKey.Path(prefix));

    public static SitePath ShardPath(string prefix) => SitePaths.SitemapShard(string.Join('-', SortKey.Period(prefix)));

    /// <summary>The feeds of a list, where it has them, and its front page.</summary>
    public static IReadOnlyList<SitePath> FrontPaths(ListKey list) => list.Kind == ListKind.Archive ? [] :
        [
            .. HasFeeds(list) ? Feeds.Select(feed => SitePaths.Feed(list, feed)) : [],
            SitePaths.Front(list),
        ];

    /// <summary>How many of the newest entries a list's front page and feeds show.</summary>
    private static int MostOnFront(SiteSettings settings, ListKey list) =>
        Math.Max(settings.Lists.FrontPage, HasFeeds(list) ? settings.Feed.Entries : 0);

    /// <summary>A list's feeds and front page, which show the same rows.</summary>
    public FileJob Front(SiteContext site, IndexPartition partition, CancellationToken cancel)
    {
        return new(FrontPaths(partition.List), FileOrder.Front(partition), () => MakeAsync(bare: false), () => MakeAsync(bare: true));

        async Task<IReadOnlyList<FileContent>> MakeAsync(bool bare)
        {
            var rows = await RowsAsync(site, partition, cancel).ConfigureAwait(false);
            var page = await FrontAsync(site, partition, rows, cancel).ConfigureAwait(false);
            var front = FileContent.Html(site.Page(
                theme => theme.Front(site.Settings, bare ? page with { Posts = [.. page.Posts.Select(post => PageWriter.Linked(post, []))] } : page), cancel));
            return HasFeeds(partition.List) ? [.. RenderFeeds(site, await FeedAsync(site, partition, rows, cancel).ConfigureAwait(false)), front] : [front];
        }
    }

    /// <summary>The page of a node.</summary>
    public async Task<FileContent> NodeAsync(SiteContext site, IndexPartition partition, IndexNode node, SitePath path, CancellationToken cancel)
    {
        switch (partition.Kind)
        {
            case PartitionKind.Terms:
                var terms = await TermsAsync(partition, node, path, cancel).ConfigureAwait(false);
                return FileContent.Html(site.Page(theme => theme.Terms(site.Settings, terms), cancel));
            case PartitionKind.Sitemap:
                return FileContent.Text(await SitemapAsync(site, partition, node, cancel).ConfigureAwait(false), MediaTypes.Xml);
            default:
                var archive = await ArchiveAsync(partition, node, path, cancel).ConfigureAwait(false);
                return FileContent.Html(site.Page(theme => theme.Archive(site.Settings, archive), cancel));
        }
    }

    private static IEnumerable<FileContent> RenderFeeds(SiteContext site, Feed feed) =>
        [
            FileContent.Text(Atom.Render(site.Settings, feed), MediaTypes.Atom),
            FileContent.Text(Rss.Render(site.Settings, feed), MediaTypes.Rss),
            FileContent.Text(JsonFeed.Render(site.Settings, feed), MediaTypes.JsonFeed),
        ];

    private async Task<IReadOnlyList<FrontRow>> RowsAsync(SiteContext site, IndexPartition partition, CancellationToken cancel)
    {
        var rows = await table.ReadEntriesAsync(partition, "", MostOnFront(site.Settings, partition.List), null, cancel).ConfigureAwait(false);
        return [.. rows.Select(row => new FrontRow(EntryColumns.Summary(row), EntryColumns.Names(row), row.GetString("Content")))];
    }

    private async Task<FrontPage> FrontAsync(SiteContext site, IndexPartition partition, IReadOnlyList<FrontRow> rows, CancellationToken cancel)
    {
        var list = partition.List;
        var sticky = list == ListKey.All
            ? (await table.ReadEntriesAsync(IndexPartition.Sticky, "", MostSticky, null, cancel).ConfigureAwait(false)).Select(EntryColumns.Summary).ToList()
            : [];
        var leading = sticky.Select(post => post.Name).ToHashSet();
        var posts = rows.Take(site.Settings.Lists.FrontPage).Select(row => row.Summary).Where(post => !leading.Contains(post.Name));
        var (children, more) = list.Kind == ListKind.Category ? await ChildrenAsync(list, cancel).ConfigureAwait(false) : ([], null);
        return new(Heading(list, rows.FirstOrDefault()?.Names), sticky, [.. posts], SitePaths.Archive(list == ListKey.All ? ListKey.ArchiveOf(site.Settings) : list, []).Url, children, more);
    }

    private async Task<(IReadOnlyList<TermLink> Children, string? More)> ChildrenAsync(ListKey list, CancellationToken cancel)
    {
        var terms = IndexPartition.TermsBelow(list);
        var limit = terms.Shape.LeafLimit;
        var rows = await table.ReadEntriesAsync(terms, "", limit + 1, null, cancel).ConfigureAwait(false);
        return ([.. rows.Take(limit).Select(EntryColumns.Term)], rows.Count > limit ? TermsPath(terms, "").Url : null);
    }

    private async Task<Feed> FeedAsync(SiteContext site, IndexPartition partition, IReadOnlyList<FrontRow> rows, CancellationToken cancel)
    {
        var (entries, room) = (new List<FeedEntry>(), MostContent);
        foreach (var row in rows.Take(site.Settings.Feed.Entries))
        {
            var html = site.Settings.Feed.FullContent && room > 0 ? (await contents.ReadAsync(row.Content, cancel).ConfigureAwait(false))?.Html : null;
            room -= html?.Length ?? 0;
            entries.Add(new(row.Summary, room < 0 ? null : html));
        }

        return new(Heading(partition.List, rows.FirstOrDefault()?.Names), entries);
    }

    private async Task<ArchivePage> ArchiveAsync(IndexPartition partition, IndexNode node, SitePath path, CancellationToken cancel)
    {
        var list = partition.List;
        var children = node.Split ? await table.ReadChildrenAsync(partition, node.Prefix, cancel).ConfigureAwait(false) : [];
        var posts = node.Split ? [] : await table.ReadEntriesAsync(partition, node.Prefix, null, EntryColumns.ForLinks, cancel).ConfigureAwait(false);
        TermLink Link(string prefix) => new(Title(prefix), SitePaths.Archive(list, SortKey.Period(prefix)).Url);
        return new(
            Heading(list.Kind == ListKind.Archive ? ListKey.All : list, null),
            Title(node.Prefix),
            path.Url,
            [.. Above(partition, node.Prefix).Select(Link)],
            [.. children.Where(child => child.Count > 0).Select(child => Link(child.Prefix))],
            [.. posts.Select(EntryColumns.Link)]);
    }

    private async Task<TermsPage> TermsAsync(IndexPartition partition, IndexNode node, SitePath path, CancellationToken cancel)
    {
        var children = node.Split ? await table.ReadChildrenAsync(partition, node.Prefix, cancel).ConfigureAwait(false) : [];
        var terms = node.Split ? [] : await table.ReadEntriesAsync(partition, node.Prefix, null, null, cancel).ConfigureAwait(false);
        TermLink Link(string prefix) => new(TermKey.Label(prefix), TermsPath(partition, prefix).Url);
        return new(
            partition.List.Kind,
            TermKey.Label(node.Prefix),
            path.Url,
            [.. Above(partition, node.Prefix).Select(Link)],
            [.. children.Where(child => child.Count > 0).Select(child => Link(child.Prefix))],
            [.. terms.Select(EntryColumns.Term)]);
    }

    private async Task<string> SitemapAsync(SiteContext site, IndexPartition partition, IndexNode node, CancellationToken cancel)
    {
        if (node.Prefix.Length > 0)
        {
            var rows = await table.ReadEntriesAsync(partition, node.Prefix, null, EntryColumns.ForSitemap, cancel).ConfigureAwait(false);
            return Sitemap.Shard(site.Settings, rows.Select(row => (row.GetString("Url"), EntryColumns.Date(row))));
        }

        var nodes = await table.ReadNodesAsync(partition, cancel).ConfigureAwait(false);
        var shards = nodes.Where(shard => shard.Prefix.Length > 0 && shard.Count > 0 && !shard.Split);
        return Sitemap.Index(site.Settings, shards.Select(shard => ShardPath(shard.Prefix).Url).Order(StringComparer.Ordinal));
    }

    private static List<string> Above(IndexPartition partition, string prefix)
    {
        var above = new List<string>();
        for (var at = partition.Shape.Above(prefix); at is not null; at = partition.Shape.Above(at))
        {
            above.Insert(0, at);
        }

        return above;
    }

    private static string Title(string prefix) => string.Join('-', SortKey.Period(prefix));

    private static bool HasFeeds(ListKey list) => list.Kind is not ListKind.Author and not ListKind.Archive;

    // Names are spelled as the newest post on the page spells them; a page that shows no post's spelling uses the slugs,
    // since it is not rendered again when a spelling changes.
    private static ListHeading Heading(ListKey list, IReadOnlyList<string>? names)
    {
        var titles = names?.Count == list.Slugs.Count ? names : list.Slugs;
        var parents = Enumerable.Range(1, Math.Max(list.Slugs.Count - 1, 0))
            .Select(depth => new TermLink(titles[depth - 1], SitePaths.Front(list with { Slugs = [.. list.Slugs.Take(depth)] }).Url));
        return new(list.Kind, titles.Count > 0 ? titles[^1] : "", SitePaths.Front(list).Url, [.. parents], HasFeeds(list));
    }

    private sealed record FrontRow(PostSummary Summary, IReadOnlyList<string> Names, string Content);
}
