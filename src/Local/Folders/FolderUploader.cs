using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Blobpress.Local.Folders;

/// <summary>Makes a container hold the files of a folder and nothing else.</summary>
/// <remarks>One caller at a time; the container has no other writer.</remarks>
/// <param name="posts">The container.</param>
/// <param name="folder">The folder's full path.</param>
/// <param name="excluded">Full paths of folders inside it that are left out.</param>
public sealed class FolderUploader(BlobContainerClient posts, string folder, IReadOnlyCollection<string> excluded)
{
    private const int Parallel = 8;

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

        var orphans = _stored.Keys.Where(name => !files.ContainsKey(name));
        await System.Threading.Tasks.Parallel.ForEachAsync(orphans, options, async (name, cancelOne) =>
        {
            await posts.DeleteBlobIfExistsAsync(name, cancellationToken: cancelOne);
            _stored.TryRemove(name, out _);
            changed.Add(name);
        });
        return new FolderChange(Sorted(files.Keys), Sorted(changed), Sorted(unreadable));
    }

    [SuppressMessage("Security", "CA5351", Justification = "MD5 is what blob storage keeps of a content; it only tells edits from none.")]
    private async Task<bool> StoreAsync(string name, FolderFile source, byte[] content, CancellationToken cancel)
    {
        var hash = MD5.HashData(content);
        var same = _stored!.TryGetValue(name, out var stored) && hash.AsSpan().SequenceEqual(stored.Hash);
        if (!same)
        {
            var headers = new BlobHttpHeaders { ContentType = ContentTypes.Of(name), ContentHash = hash };
            await posts.GetBlobClient(name).UploadAsync(new BinaryData(content), new BlobUploadOptions { HttpHeaders = headers }, cancel);
        }

        _stored[name] = new StoredFile(hash, source);
        return !same;
    }

    private async Task<ConcurrentDictionary<string, StoredFile>> ListStoredAsync(CancellationToken cancel)
    {
        var stored = new ConcurrentDictionary<string, StoredFile>(StringComparer.Ordinal);
        await foreach (var blob in posts.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancel))
        {
            stored[blob.Name] = new StoredFile(blob.Properties.ContentHash ?? [], Source: null);
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

    private sealed record StoredFile(byte[] Hash, FolderFile? Source);
}
