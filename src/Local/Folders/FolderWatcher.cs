using System.Threading.Channels;

namespace Blobpress.Local.Folders;

/// <summary>Tells when a folder may have changed. What changed is for a scan to find out: events are lost, doubled and reordered.</summary>
public sealed class FolderWatcher : IDisposable
{
    // An editor's save is several events in a row.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(120);

    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(2);

    // Network drives and full watch tables report nothing.
    private static readonly TimeSpan EvenWithoutEvents = TimeSpan.FromSeconds(5);

    // One event not yet seen says as much as many.
    private readonly Channel<bool> _events =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly FileSystemWatcher? _watcher;

    /// <summary>Watches from now on, subfolders included.</summary>
    /// <param name="folder">A full path.</param>
    public FolderWatcher(string folder)
    {
        try
        {
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            _watcher.Changed += (_, _) => Wake();
            _watcher.Created += (_, _) => Wake();
            _watcher.Deleted += (_, _) => Wake();
            _watcher.Renamed += (_, _) => Wake();
            _watcher.Error += (_, _) => Wake();
            _watcher.EnableRaisingEvents = true;
        }
        catch (IOException)
        {
            // The system's watch table is full: the folder is looked at every few seconds all the same.
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <summary>
    /// Returns when the folder may have changed since the last call and has been quiet for a moment; without any event after five seconds.
    /// </summary>
    public async Task WaitAsync(CancellationToken cancel)
    {
        if (!await NextAsync(EvenWithoutEvents, cancel))
        {
            return;
        }

        var burstEnds = DateTime.UtcNow + LongestBurst;
        while (DateTime.UtcNow < burstEnds && await NextAsync(Quiet, cancel))
        {
        }
    }

    public void Dispose() => _watcher?.Dispose();

    private void Wake() => _events.Writer.TryWrite(true);

    private async Task<bool> NextAsync(TimeSpan patience, CancellationToken cancel)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(patience);
        try
        {
            return await _events.Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
