using System.Collections.Concurrent;

namespace Blobpress.Local.Folders;

/// <summary>Opens files of a folder, which may be anything that has a name there.</summary>
/// <param name="patience">How long a file may take to open.</param>
internal sealed class FileReader(TimeSpan patience)
{
    private const string IsNoFile = "It is no file but a pipe or a device; take it away.";

    private const int BufferSize = 64 * 1024;

    // Each try costs a thread that waits.
    private readonly ConcurrentDictionary<FolderFile, bool> _noFiles = [];

    /// <summary>Opens a file that a scan found, to be read from its beginning as often as one likes.</summary>
    /// <returns>The stream, or a sentence on why there is none.</returns>
    public async Task<(FileStream? Stream, string? Problem)> OpenAsync(FolderFile file, CancellationToken cancel)
    {
        if (_noFiles.ContainsKey(file))
        {
            return (null, IsNoFile);
        }

        try
        {
            var stream = await OpenInTimeAsync(file, cancel);
            if (stream is { CanSeek: true })
            {
                return (stream, null);
            }

            if (stream is not null)
            {
                await stream.DisposeAsync();
            }

            _noFiles[file] = true;
            return (null, IsNoFile);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"It can't be read: {fault.Message}");
        }
    }

    // The system waits for somebody to write to a named pipe, which has no length, for as long as that takes.
    private async Task<FileStream?> OpenInTimeAsync(FolderFile file, CancellationToken cancel)
    {
        if (file.Length > 0)
        {
            return Open(file.Path);
        }

        var opening = Task.Factory.StartNew(() => Open(file.Path), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return await opening.WaitAsync(patience, cancel);
        }
        catch (TimeoutException)
        {
            _ = opening.ContinueWith(late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            return null;
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);
}
