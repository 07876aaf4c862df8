using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Blobpress.Local.Folders;

/// <summary>
/// Makes a container hold the files of a folder, and takes away those whose files are gone. Of blobs that other tools put
/// there it keeps its hands off, unless the folder has a file of that name: where both have one, the folder's edit counts.
/// </summary>
/// <remarks>One caller at a time.</remarks>
/// <param name="posts">The container.</param>
/// <param name="folder">The folder's full path.</param>
/// <param name="excluded">Full paths of folders inside it that are left out.</param>
public sealed class FolderUploader(BlobContainerClient posts, string folder, IReadOnlyCollection<string> excluded)
{
    private const int Parallel = 8;

    // Marks what came from a folder, from this one or from that of an earlier run: it goes when no file stands for it.
    private const string Mark = "folder";

    private readonly FolderScan _scan = new(folder, excluded);

    // What is stored, by name. The file it came from is not known for what an earlier run uploaded.
    private ConcurrentDictionary<string, StoredFile>? _stored;

    /// <summary>Uploads what is new or differs in content (by MD5) and removes what has no file any more.</summary>
    /// <exception cref="LocalException">The folder is gone or can't be read.</exception>
    /// <exception cref="Azure.RequestFailedException">The storage failed; the next call does what is left.</exception>
    public async Task<FolderChange> UploadAsync(CancellationToken cancel = default)
    {
        _stored ??= await ListStoredAsync(cancel);
        var files = _scan.Run();
        var changed = new ConcurrentBag<string>();
        var unreadable = new ConcurrentBag<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancel };

        var suspects = files.Where(file => _stored.GetValueOrDefault(file.Key)?.Source != file.Value);
        await System.Threading.Tasks.Parallel.ForEachAsync(suspects, options, async (file, cancelOne) =>
        {
            if (await ReadAsync(file.Value.Path, cancelOne) is not { } content)
            {
                unreadable.Add(file.Key);
            }
            else if (await StoreAsync(file.Key, file.Value, content, cancelOne))
            {
                changed.Add(file.Key);
            }
        });

        var orphans = _stored.Where(blob => blob.Value.Own is not null && !files.ContainsKey(blob.Key));
        await System.Threading.Tasks.Parallel.ForEachAsync(orphans, options, async (blob, cancelOne) =>
        {
            if (await DeleteAsync(blob.Key, blob.Value.Own!.Value, cancelOne))
            {
                changed.Add(blob.Key);
            }

            _stored.TryRemove(blob.Key, out _);
        });
        return new FolderChange(Sorted(files.Keys), Sorted(changed), Sorted(unreadable));
    }

    [SuppressMessage("Security", "CA5351", Justification = "MD5 is what blob storage keeps of a content; it only tells edits from none.")]
    private async Task<bool> StoreAsync(string name, FolderFile source, byte[] content, CancellationToken cancel)
    {
        var hash = MD5.HashData(content);
        if (_stored!.TryGetValue(name, out var stored) && stored.Own is not null && hash.AsSpan().SequenceEqual(stored.Hash))
        {
            _stored[name] = stored with { Source = source };
            return false;
        }

        var upload = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = ContentTypes.Of(name), ContentHash = hash },
            Metadata = new Dictionary<string, string> { [Mark] = "yes" },
        };
        var blob = await posts.GetBlobClient(name).UploadAsync(new BinaryData(content), upload, cancel);
        _stored[name] = new StoredFile(hash, source, blob.Value.ETag);
        return true;
    }

    // What another tool has written over since is no longer the folder's to take away.
    private async Task<bool> DeleteAsync(string name, ETag own, CancellationToken cancel)
    {
        try
        {
            return await posts.DeleteBlobIfExistsAsync(name, DeleteSnapshotsOption.IncludeSnapshots, new() { IfMatch = own }, cancel);
        }
        catch (RequestFailedException fault) when (fault.Status == 412)
        {
            return false;
        }
    }

    private async Task<ConcurrentDictionary<string, StoredFile>> ListStoredAsync(CancellationToken cancel)
    {
        var stored = new ConcurrentDictionary<string, StoredFile>(StringComparer.Ordinal);
        await foreach (var blob in posts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix: null, cancel))
        {
            var own = blob.Metadata?.ContainsKey(Mark) == true ? blob.Properties.ETag : null;
            stored[blob.Name] = new StoredFile(blob.Properties.ContentHash ?? [], Source: null, own);
        }

        return stored;
    }

    // A file may be locked by the program that writes it, or gone since the scan; either way the next scan knows more.
    private static async Task<byte[]?> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    // Own: the version that was uploaded from a folder; null for what another tool put there.
    private sealed record StoredFile(byte[] Hash, FolderFile? Source, ETag? Own);
}
