using System.Globalization;
using System.Text;
using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Pure;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Html.Liquid;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Sites;

/// <summary>Reads what templates of posts may include: <c>_includes/</c>, <c>_data/</c> and <c>_config.yml</c> of Jekyll's sites. Others cost nothing.</summary>
internal sealed class LibraryReader(StorageAccount account)
{
    private const int MostFiles = 500;
    private const int MostBytes = 1_000_000;

    private readonly PostSource _sources = new(account.Posts);

    /// <summary>The files as they are now; those that were read before in the same version are not read again.</summary>
    /// <param name="settings">As they will be in force.</param>
    /// <param name="known">As read before.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<LibraryReading> ReadAsync(SiteSettings settings, IReadOnlyDictionary<string, LibraryFile> known, CancellationToken cancel)
    {
        var (files, faults) = (new Dictionary<string, LibraryFile>(), new Dictionary<string, Reason>());
        var bytes = 0L;
        foreach (var (name, etag, length) in await ListAsync(settings, cancel).ConfigureAwait(false))
        {
            if (files.Count + faults.Count >= MostFiles || (bytes += length) > MostBytes)
            {
                faults[name] = new(0, 0, string.Create(CultureInfo.InvariantCulture, $"What templates may include is {MostFiles} files of {MostBytes:N0} bytes together at most, in the order of their names; this one is beyond that."));
                continue;
            }

            if ((known.GetValueOrDefault(name) is { } before && before.ETag == etag ? before : await ReadAsync(name, cancel).ConfigureAwait(false)) is not { } file)
            {
                continue;
            }

            var (judged, fault) = PureWork.Try("The file", file.Text.Length, () => new Judged(LiquidLibrary.Problem(name, file.Text)), cancel);
            if ((fault ?? judged!.Problem) is { } problem)
            {
                faults[name] = problem;
            }
            else
            {
                files[name] = file;
            }
        }

        return new(files, faults);
    }

    private async Task<LibraryFile?> ReadAsync(string name, CancellationToken cancel) =>
        await _sources.ReadAsync(name, null, cancel).ConfigureAwait(false) is SourceState.Present present ? new(present.ETag, Encoding.UTF8.GetString(present.Bytes.ToMemory().Span)) : null;

    private async Task<IReadOnlyList<(string Name, string ETag, long Length)>> ListAsync(SiteSettings settings, CancellationToken cancel)
    {
        var found = new SortedDictionary<string, (string, long)>(StringComparer.Ordinal);
        foreach (var prefix in LiquidLibrary.Places(settings))
        {
            await foreach (var blob in account.Posts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancel).ConfigureAwait(false))
            {
                if (SiteNames.KindOf(blob.Name) == SourceKind.Site && LiquidLibrary.Serves(blob.Name, settings) && !FolderMarker.Is(blob))
                {
                    found[blob.Name] = (PostSource.VersionOf(blob.Properties.ETag ?? default), blob.Properties.ContentLength ?? 0);
                }
            }
        }

        return [.. found.Select(blob => (blob.Key, blob.Value.Item1, blob.Value.Item2))];
    }

    private sealed record Judged(Reason? Problem);
}

/// <summary>What was read of a library.</summary>
/// <param name="Files">By blob name.</param>
/// <param name="Faults">Why others can't be used.</param>
internal sealed record LibraryReading(IReadOnlyDictionary<string, LibraryFile> Files, IReadOnlyDictionary<string, Reason> Faults);
