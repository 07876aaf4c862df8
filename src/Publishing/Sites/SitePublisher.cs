using System.Text;
using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Images.Svg;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Pure;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Feeds;
using Blobpress.Site.Html;
using Blobpress.Site.Html.Liquid;
using Blobpress.Site.Html.Themes;
using Blobpress.Site.Listings;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Sites;

/// <summary>
/// Puts <c>site.yml</c> and <c>theme/</c> in force once they are right; until then the old ones stay. The posts made with
/// the old ones are published again at once, newest first.
/// </summary>
public sealed class SitePublisher(StorageAccount account, SiteStore sites)
{
    private const int MostFormerPaths = 8;

    private readonly PostSource _sources = new(account.Posts);
    private readonly SourceRecords _records = new(account);
    private readonly SiteWriter _web = new(account.Web);
    private readonly PendingChanges _pending = new(account.Lists, account.Changed);
    private readonly SiteEditions _editions = new(account.Lists);
    private readonly Restyling _restyling = new(account, sites);
    private readonly LibraryReader _library = new(account);

    /// <summary>Brings settings, theme and what is made of them alone up to date.</summary>
    /// <param name="name">The file that changed, for the report.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task<PublishReport> PublishAsync(string name, CancellationToken cancel) =>
        StorageErrors.RetryConflictsAsync(() => AttemptAsync(name, cancel));

    private async Task<PublishReport> AttemptAsync(string name, CancellationToken cancel)
    {
        var (before, seen) = await sites.ReadDocumentAsync(cancel).ConfigureAwait(false);
        var files = await ReadAsync(cancel).ConfigureAwait(false);
        var judged = await WithLibraryAsync(Judge(files, before, cancel), before, cancel).ConfigureAwait(false);
        var changed = seen is null || !Same(judged.Document, before);
        if (changed)
        {
            // Before the theme is in force: from then on pages link to its files. Those of the theme that is built in too, where
            // it was in force without anything ever having been published for it: posts that came first link to them.
            foreach (var document in seen is null ? new[] { before, judged.Document } : [judged.Document])
            {
                await WriteAssetsAsync(SiteStore.ThemeOf(document, cancel), cancel).ConfigureAwait(false);
            }

            await sites.WriteDocumentAsync(judged.Document with { FormerPaths = FormerPaths(before, judged.Document, cancel) }, seen, cancel).ConfigureAwait(false);
            await WriteListRootsAsync(judged.Document, before, cancel).ConfigureAwait(false);
        }

        await MakeCurrentAsync(cancel).ConfigureAwait(false);
        if (LiquidLibrary.Holds(name))
        {
            return await ReportLibraryAsync(name, judged, changed, cancel).ConfigureAwait(false);
        }

        var reasons = judged.Reasons.GetValueOrDefault(name) ?? [];
        var outcome = judged.Rejected.Contains(name) ? PublishOutcome.Rejected : !files.ContainsKey(name) ? PublishOutcome.Removed : changed ? PublishOutcome.Published : PublishOutcome.Unchanged;
        var etag = files.GetValueOrDefault(name)?.ETag;
        var news = await _records.NoteAsync(name, etag, outcome == PublishOutcome.Rejected ? reasons : [], cancel).ConfigureAwait(false);
        var repeated = !news && (etag is null || !changed);
        return new() { Source = name, Outcome = outcome, Title = name, Reasons = reasons, Repeated = repeated, Revision = etag };
    }

    // Every page links to them once the settings are in force; the lists are put into them afterwards.
    private async Task WriteListRootsAsync(SiteDocument document, SiteDocument before, CancellationToken cancel)
    {
        var settings = SiteStore.SettingsOf(document, cancel);
        if (settings.Lists.Paths == SiteStore.SettingsOf(before, cancel).Lists.Paths)
        {
            return;
        }

        var roots = ListRoots(settings, SiteStore.ThemeOf(document, cancel)).ToList();
        foreach (var (path, content) in roots)
        {
            var seen = await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false);
            if (seen == FileVersion.None)
            {
                await _web.WriteAsync(path, seen, content, always: false, cancel).ConfigureAwait(false);
            }
        }

        // Where others came into force meanwhile, nobody may look after these any more.
        var current = (await sites.ReadAsync(cancel).ConfigureAwait(false)).Settings;
        foreach (var (path, content) in roots.Where(root => !SitePaths.IsReserved(root.Path.Blob, current)))
        {
            var seen = await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false);
            if (seen.Hash == content.Hash)
            {
                await _web.RemoveAsync(path, seen, cancel).ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<(SitePath Path, FileContent Content)> ListRoots(SiteSettings settings, Theme theme)
    {
        var list = ListKey.ArchiveOf(settings);
        var archive = SitePaths.Archive(list, []);
        var all = new ListHeading(ListKind.All, "", SitePaths.Front(ListKey.All).Url, [], Feeds: true);
        yield return (archive, FileContent.Html(theme.Archive(settings, new(all, "", archive.Url, [], [], []))) with { List = IndexPartition.Posts(list, 1).Lists });
        foreach (var kind in new[] { ListKind.Category, ListKind.Tag, ListKind.Author })
        {
            var terms = ListKey.Of(kind, [], settings);
            var path = SitePaths.Terms(terms, []);
            yield return (path, FileContent.Html(theme.Terms(settings, new(kind, "", path.Url, [], [], []))) with { List = IndexPartition.TermsBelow(terms).Lists });
        }
    }

    // What is there even in an empty site has to go where its lists move: as no post tells of it, the document does.
    private static IReadOnlyList<ListPaths> FormerPaths(SiteDocument before, SiteDocument now, CancellationToken cancel)
    {
        var (old, current) = (SiteStore.SettingsOf(before, cancel).Lists.Paths, SiteStore.SettingsOf(now, cancel).Lists.Paths);
        return [.. before.FormerPaths.Prepend(old).Where(paths => paths != current).Distinct().Take(MostFormerPaths)];
    }

    private async Task<Judgement> WithLibraryAsync(Judgement judged, SiteDocument before, CancellationToken cancel)
    {
        var settings = SiteStore.SettingsOf(judged.Document, cancel);
        var (files, faults) = await _library.ReadAsync(settings, before.Library, cancel).ConfigureAwait(false);
        var reasons = judged.Reasons.Concat(faults.Select(fault => KeyValuePair.Create(fault.Key, (IReadOnlyList<Reason>)[fault.Value])));
        return new(judged.Document with { Library = files }, reasons.ToDictionary(), judged.Rejected.Union(faults.Keys).ToHashSet());
    }

    // A file that the site's generator would include is read where it has templates at all.
    private async Task<PublishReport> ReportLibraryAsync(string name, Judgement judged, bool changed, CancellationToken cancel)
    {
        var source = await _sources.ReadAsync(name, null, cancel).ConfigureAwait(false) as SourceState.Present;
        var serves = LiquidLibrary.Serves(name, SiteStore.SettingsOf(judged.Document, cancel));
        var outcome = source is null ? PublishOutcome.Removed : judged.Rejected.Contains(name) ? PublishOutcome.Rejected : changed && serves ? PublishOutcome.Published : PublishOutcome.Unchanged;
        IReadOnlyList<Reason> reasons = source is null ? [] : serves ? judged.Reasons.GetValueOrDefault(name) ?? [] : [new(0, 0, "Files and folders whose names begin with _ or . are not published.")];
        var news = await _records.NoteAsync(name, source?.ETag, outcome == PublishOutcome.Rejected ? reasons : [], cancel).ConfigureAwait(false);
        return new() { Source = name, Outcome = outcome, Title = name, Reasons = reasons, Repeated = !news && outcome != PublishOutcome.Published, Revision = source?.ETag };
    }

    private async Task<IReadOnlyDictionary<string, SiteFile>> ReadAsync(CancellationToken cancel)
    {
        var names = new List<string> { SiteNames.Settings };
        await foreach (var blob in account.Posts.GetBlobsAsync(BlobTraits.None, BlobStates.None, SiteNames.ThemeFolder, cancel).ConfigureAwait(false))
        {
            if (SiteNames.KindOf(blob.Name) == SourceKind.Site)
            {
                names.Add(blob.Name);
            }
        }

        var files = new Dictionary<string, SiteFile>();
        foreach (var file in names)
        {
            if (await _sources.ReadAsync(file, null, cancel).ConfigureAwait(false) is SourceState.Present present)
            {
                files[file] = new(present.Bytes, present.ETag);
            }
        }

        return files;
    }

    private static Judgement Judge(IReadOnlyDictionary<string, SiteFile> files, SiteDocument before, CancellationToken cancel)
    {
        var reasons = new Dictionary<string, IReadOnlyList<Reason>>();
        var rejected = new HashSet<string>();
        var settings = "";
        if (files.TryGetValue(SiteNames.Settings, out var yaml))
        {
            var (parsed, fault) = PureWork.Try("site.yml", yaml.Bytes.ToMemory().Length, () => SiteYaml.Parse(yaml.Bytes.ToMemory()), cancel);
            var result = parsed ?? new SettingsResult.Rejected([fault!]);
            settings = result is SettingsResult.Parsed ? Encoding.UTF8.GetString(yaml.Bytes.ToMemory().Span) : before.Settings;
            reasons[SiteNames.Settings] = result is SettingsResult.Parsed(_, var notes) ? notes : ((SettingsResult.Rejected)result).Reasons;
            rejected.UnionWith(result is SettingsResult.Rejected ? [SiteNames.Settings] : []);
        }

        var texts = files.Where(file => file.Key != SiteNames.Settings).ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value.Bytes.ToMemory().Span));
        var compiled = CompiledThemes.Of(texts, cancel);
        foreach (var group in compiled is ThemeResult.Rejected(var faults) ? faults.GroupBy(fault => fault.File) : [])
        {
            reasons[group.Key] = [.. group.Select(fault => new Reason(fault.Line, fault.Column, fault.Message))];
            rejected.Add(group.Key);
        }

        // What goes out as a drawing is cleaned, whoever made it.
        var favicon = SiteNames.ThemeFolder + "favicon.svg";
        if (compiled is ThemeResult.Compiled(var theme) && texts.ContainsKey(favicon) && Cleaned(theme.Assets).Any(asset => asset.Bytes is null))
        {
            reasons[favicon] = [new(0, 0, "The file is no SVG that can be made safe: not well-formed, of another root, or with entities of its own.")];
            rejected.Add(favicon);
            compiled = new ThemeResult.Rejected([]);
        }

        return new(new(settings, compiled is ThemeResult.Compiled ? texts : before.Theme, before.Generation + 1), reasons, rejected);
    }

    private async Task WriteAssetsAsync(Theme theme, CancellationToken cancel)
    {
        foreach (var (path, bytes, type) in Cleaned(theme.Assets))
        {
            await _web.WriteImmutableAsync(path, FileContent.Hashed(bytes ?? BinaryData.Empty, type), cancel).ConfigureAwait(false);
        }
    }

    private static IEnumerable<(SitePath Path, BinaryData? Bytes, string Type)> Cleaned(IReadOnlyList<ThemeAsset> assets) => assets.Select(asset => (
        asset.Path,
        asset.ContentType != MediaTypes.Svg ? BinaryData.FromBytes(asset.Bytes) : SvgEncoder.Clean(asset.Bytes) is { } clean ? BinaryData.FromBytes(clean) : null,
        asset.ContentType));

    // What is made is compared with what was noted, not with what this call changed: the call that changed it may have crashed.
    private async Task MakeCurrentAsync(CancellationToken cancel)
    {
        var fingerprint = await WriteFilesAsync(cancel).ConfigureAwait(false);
        var made = await _editions.ReadAsync(cancel).ConfigureAwait(false);
        if (made.Files != fingerprint)
        {
            await _editions.NoteFilesAsync(fingerprint, cancel).ConfigureAwait(false);
        }

        if (made.Pages != fingerprint)
        {
            await _pending.AddAsync(PendingChange.Site, cancel).ConfigureAwait(false);
        }

        if (made.Posts != fingerprint)
        {
            // Noted only then: after a crash in between it is begun twice rather than never.
            await _restyling.BeginAsync(fingerprint, cancel).ConfigureAwait(false);
            await _editions.NotePostsAsync(fingerprint, cancel).ConfigureAwait(false);
        }
    }

    // The versions of the files are read before the site is that they are made of, so that nothing older replaces them.
    private async Task<string> WriteFilesAsync(CancellationToken cancel)
    {
        var notFound = await _web.ReadVersionAsync(SitePaths.NotFound, cancel).ConfigureAwait(false);
        var robots = await _web.ReadVersionAsync(SitePaths.Robots, cancel).ConfigureAwait(false);
        var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
        await WriteAssetsAsync(site.Theme, cancel).ConfigureAwait(false);
        await _web.WriteAsync(SitePaths.NotFound, notFound, FileContent.Html(site.Page(theme => theme.NotFound(site.Settings), cancel)), always: false, cancel).ConfigureAwait(false);
        await _web.WriteAsync(SitePaths.Robots, robots, FileContent.Text(Robots.Render(site.Settings), MediaTypes.Text), always: false, cancel).ConfigureAwait(false);
        return site.Fingerprint;
    }

    private static bool Same(SiteDocument one, SiteDocument other) =>
        one.Settings == other.Settings && one.Theme.Count == other.Theme.Count && one.Theme.All(file => other.Theme.GetValueOrDefault(file.Key) == file.Value)
        && one.Library.Count == other.Library.Count && one.Library.All(file => other.Library.GetValueOrDefault(file.Key)?.Text == file.Value.Text);

    private sealed record SiteFile(BinaryData Bytes, string ETag);

    private sealed record Judgement(SiteDocument Document, IReadOnlyDictionary<string, IReadOnlyList<Reason>> Reasons, IReadOnlySet<string> Rejected);
}
