using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Blobpress.Local.Azurite;

/// <summary>An Azurite's data on disk, for one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A start time is computed from a clock that may be adjusted; process ids do not come round again within seconds.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    private readonly FileLock _lock;

    private DataFolder(string path, FileLock held) => (Path, _lock) = (path, held);

    public string Path { get; }

    private string ProcessFile => System.IO.Path.Combine(Path, ".process");

    /// <summary>Takes the folder, making it where missing; waits for the Azurite of a host that crashed to save and stop.</summary>
    /// <exception cref="LocalException">A host that is alive has it, or it can't be written.</exception>
    public static async Task<DataFolder> TakeAsync(string path, CancellationToken cancel)
    {
        var held = Lock(path)
            ?? throw new LocalException($"{path} is in use by another local host; stop that one, or choose another folder with --data.");
        var data = new DataFolder(path, held);
        await data.WaitForOrphanAsync(cancel);
        return data;
    }

    /// <summary>Notes which process uses the folder, for a start after a crash.</summary>
    public void Remember(Process process) =>
        File.WriteAllText(ProcessFile, string.Create(CultureInfo.InvariantCulture, $"{process.Id} {StartTime(process):O}"));

    public void Dispose()
    {
        File.Delete(ProcessFile);
        _lock.Dispose();
    }

    private static FileLock? Lock(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return FileLock.TryTake(System.IO.Path.Combine(path, ".lock"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LocalException($"{path} can't be written; choose another folder with --data. {fault.Message}", fault);
        }
    }

    private async Task WaitForOrphanAsync(CancellationToken cancel)
    {
        using var orphan = FindOrphan();
        if (orphan is null)
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await orphan.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            orphan.Kill();
            await orphan.WaitForExitAsync(cancel);
        }
    }

    private Process? FindOrphan()
    {
        if (!File.Exists(ProcessFile))
        {
            return null;
        }

        var parts = File.ReadAllText(ProcessFile).Split(' ');
        if (parts.Length != 2
            || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var id)
            || !DateTimeOffset.TryParse(parts[1], CultureInfo.InvariantCulture, out var started))
        {
            return null;
        }

        try
        {
            var process = Process.GetProcessById(id);
            return (StartTime(process) - started).Duration() < ClockTolerance ? process : null;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null; // It has ended.
        }
    }

    private static DateTimeOffset StartTime(Process process) => new DateTimeOffset(process.StartTime).ToUniversalTime();
}
