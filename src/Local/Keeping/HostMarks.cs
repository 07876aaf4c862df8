using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Blobpress.Local.Keeping;

/// <summary>
/// A mark for each local host that is at work in a storage. One that a host has left behind says that it was stopped in the
/// midst of its work; one whose host is alive, that this host is not alone.
/// </summary>
internal sealed class HostMarks(BlobContainerClient state) : IAsyncDisposable
{
    private const string Prefix = "locks/hosts/";

    // A host on another machine is taken for alive as long as it renews its mark.
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    // A start time is computed from a clock that may be adjusted.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    private readonly BlobClient _own = state.GetBlobClient(Prefix + Guid.NewGuid().ToString("n"));
    private readonly CancellationTokenSource _left = new();
    private readonly List<string> _dead = [];
    private Task _renewing = Task.CompletedTask;

    /// <summary>Sets a mark.</summary>
    /// <returns>Whether an earlier host was stopped in the midst of its work, and whether another one is at work.</returns>
    public async Task<(bool Crashed, bool Alone)> EnterAsync(CancellationToken cancel)
    {
        // First one's own: of two hosts that start together each sees the other.
        await WriteAsync(cancel);
        var alone = true;
        await foreach (var blob in state.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, Prefix, cancel))
        {
            if (blob.Name != _own.Name && IsAlive(blob))
            {
                alone = false;
            }
            else if (blob.Name != _own.Name)
            {
                _dead.Add(blob.Name);
            }
        }

        _renewing = RenewAsync(_left.Token);
        return (_dead.Count > 0, alone);
    }

    /// <summary>All work is done, that of hosts which were stopped among it.</summary>
    public async Task LeaveAsync()
    {
        await DisposeAsync();
        foreach (var name in _dead.Append(_own.Name))
        {
            await state.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await _renewing;
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        using var self = Process.GetCurrentProcess();
        var metadata = new Dictionary<string, string>
        {
            ["machine"] = Machine,
            ["process"] = self.Id.ToString(CultureInfo.InvariantCulture),
            ["started"] = new DateTimeOffset(self.StartTime).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        };
        await _own.UploadAsync(BinaryData.FromString(""), new BlobUploadOptions { Metadata = metadata }, cancel);
    }

    private async Task RenewAsync(CancellationToken left)
    {
        while (!left.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Renewal, left);
                await WriteAsync(left);
            }
            catch (Exception fault) when (fault is OperationCanceledException or RequestFailedException or AggregateException or IOException)
            {
                // Left; or the next renewal succeeds, or whatever else needs the storage says so.
            }
        }
    }

    // Headers are ASCII.
    private static string Machine { get; } = Uri.EscapeDataString(Environment.MachineName);

    private static bool IsAlive(BlobItem mark)
    {
        var here = Value(mark, "machine") == Machine;
        return here && int.TryParse(Value(mark, "process"), CultureInfo.InvariantCulture, out var id) && DateTimeOffset.TryParse(Value(mark, "started"), CultureInfo.InvariantCulture, out var started)
            ? IsRunning(id, started)
            : mark.Properties.LastModified > DateTimeOffset.UtcNow - Life;
    }

    private static bool IsRunning(int id, DateTimeOffset started)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return (new DateTimeOffset(process.StartTime) - started).Duration() < ClockTolerance;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false; // It has ended.
        }
    }

    private static string? Value(BlobItem blob, string key) => blob.Metadata is not null && blob.Metadata.TryGetValue(key, out var value) ? value : null;
}
