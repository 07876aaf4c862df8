using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Blobpress.Local.Export;

/// <summary>Copies the site to a folder: every blob byte for byte, under its own name.</summary>
/// <param name="site">The container to copy.</param>
/// <param name="ledger">Says which folders may be emptied.</param>
public sealed class Exporter(BlobContainerClient site, ExportLedger ledger)
{
    private const int Parallel = 8;

    /// <summary>Makes the folder hold the site and nothing else.</summary>
    /// <param name="folder">A full path: a new or an empty folder, or one that an earlier export wrote.</param>
    /// <param name="cancel">Stops half-way; the next export begins anew.</param>
    /// <exception cref="LocalException">The folder holds something else, or can't be written.</exception>
    public async Task<ExportResult> ExportAsync(string folder, CancellationToken cancel = default)
    {
        Prepare(folder);
        var (names, leftOut) = ExportNames.Split(await ListAsync(cancel));
        var count = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancel };
        await System.Threading.Tasks.Parallel.ForEachAsync(names, options, async (name, cancelOne) =>
        {
            try
            {
                await WriteAsync(name, folder, cancelOne);
                Interlocked.Increment(ref count);
            }
            catch (PathTooLongException)
            {
                lock (leftOut)
                {
                    leftOut[name] = "Its path is longer than paths may be here.";
                }
            }
        });
        return new(count, leftOut);
    }

    private async Task<List<string>> ListAsync(CancellationToken cancel)
    {
        var names = new List<string>();
        await foreach (var blob in site.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancel))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private void Prepare(string folder)
    {
        var here = new DirectoryInfo(folder);
        if (here.Exists && here.EnumerateFileSystemInfos().Any())
        {
            Empty(here);
        }

        ledger.Add(folder);
        here.Create();
    }

    private void Empty(DirectoryInfo folder)
    {
        if (!ledger.Holds(folder.FullName))
        {
            throw new LocalException(
                $"{folder.FullName} holds files that no export wrote; empty it, or choose another folder with --export.");
        }

        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                inner.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    private async Task WriteAsync(string name, string folder, CancellationToken cancel)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new LocalException($"The site has a file named {name}, which lies outside any folder it is exported to; remove it.");
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = File.Create(path);
            await site.GetBlobClient(name).DownloadToAsync(file, cancel);
        }
        catch (Exception fault) when (fault is (IOException and not PathTooLongException) or UnauthorizedAccessException)
        {
            throw new LocalException($"{path} could not be written: {fault.Message}", fault);
        }
    }
}
