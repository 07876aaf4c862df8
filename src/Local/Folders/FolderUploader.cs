using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Azure;
using Azure.Storage;
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

    // A film is not held in memory.
    private static readonly StorageTransferOptions InParts = new()
    {
        InitialTransferSize = 8_000_000,
        MaximumTransferSize = 8_000_000,
        MaximumConcurrency = 2,
    };

    private readonly FolderScan _scan = new(folder, excluded);

    private readonly FileReader _reader = new(TimeSpan.FromSeconds(3));

    // What is stored, by name. The file it came from is not known for what an earlier run uploaded.
    private ConcurrentDictionary<string, StoredFile>? _stored;

    /// <summary>Uploads what is new or differs in content (by MD5) and removes what has no file any more.</summary>
    /// <exception cref="LocalException">The folder is gone or can't be read.</exception>
    /// <exception cref="Azure.RequestFailedException">The storage failed; the next call does what is left.</exception>
    public async Task<FolderChange> UploadAsync(CancellationToken cancel = default)
    {
        _stored ??= await ListStoredAsync(cancel);
        var found = _scan.Run();
        var changed = new ConcurrentBag<string>();
        var refused = new ConcurrentDictionary<string, string>(found.Refused, StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancel };

        var suspects = found.Files.Where(file => _stored.GetValueOrDefault(file.Key)?.Source != file.Value);
        await System.Threading.Tasks.Parallel.ForEachAsync(suspects, options, async (file, cancelOne) =>
        {
            var (isChange, problem) = await TakeAsync(file.Key, file.Value, cancelOne);
            if (problem is not null)
            {
                refused[file.Key] = problem;
            }
            else if (isChange)
            {
                changed.Add(file.Key);
            }
        });

        var orphans = _stored.Where(blob => blob.Value.Own is not null && !found.Files.ContainsKey(blob.Key) && !IsUnread(blob.Key, found));
        await System.Threading.Tasks.Parallel.ForEachAsync(orphans, options, async (blob, cancelOne) =>
        {
            if (await DeleteAsync(blob.Key, blob.Value.Own!.Value, cancelOne))
            {
                changed.Add(blob.Key);
            }

            _stored.TryRemove(blob.Key, out _);
        });
        return new FolderChange(Sorted(found.Files.Keys.Where(_stored.ContainsKey)), Sorted(changed), refused);
    }

    private static bool IsUnread(string name, FolderContents found) =>
        found.Unread.Any(start => start.EndsWith('/') ? name.StartsWith(start, StringComparison.Ordinal) : name == start);

    private async Task<(bool IsChange, string? Problem)> TakeAsync(string name, FolderFile source, CancellationToken cancel)
    {
        var (stream, problem) = await _reader.OpenAsync(source, cancel);
        if (stream is null)
        {
            return (false, problem);
        }

        await using (stream)
        {
            try
            {
                return (await StoreAsync(name, source, stream, cancel), null);
            }
            catch (IOException fault)
            {
                return (false, $"It can't be read: {fault.Message}");
            }
            catch (RequestFailedException fault) when (fault.Status is 400 or 413)
            {
                return (false, $"The storage does not take it: {FaultText.FirstLine(fault)}");
            }
        }
    }

    [SuppressMessage("Security", "CA5351", Justification = "MD5 is what blob storage keeps of a content; it only tells edits from none.")]
    private async Task<bool> StoreAsync(string name, FolderFile source, FileStream content, CancellationToken cancel)
    {
        var hash = await MD5.HashDataAsync(content, cancel);
        if (_stored!.TryGetValue(name, out var stored) && stored.Own is not null && hash.AsSpan().SequenceEqual(stored.Hash))
        {
            _stored[name] = stored with { Source = source };
            return false;
        }

        var upload = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = ContentTypes.Of(name), ContentHash = hash },
            Metadata = new Dictionary<string, string> { [Mark] = "yes" },
            TransferOptions = InParts,
        };
        content.Position = 0;
        var blob = await posts.GetBlobClient(name).UploadAsync(content, upload, cancel);
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

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    // Own: the version that was uploaded from a folder; null for what another tool put there.
    private sealed record StoredFile(byte[] Hash, FolderFile? Source, ETag? Own);
}
