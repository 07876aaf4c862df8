using Blobpress.Local.Folders;
using Blobpress.Local.Reports;

namespace Blobpress.Local.Keeping;

/// <summary>
/// Keeps the site up to date while the host runs: what changes in the folder as it changes, and by the clock what is due,
/// what messages ask for and what other tools put into the storage.
/// </summary>
/// <param name="uploader">Brings the container up to date with the folder.</param>
/// <param name="watcher">Tells when to.</param>
/// <param name="publisher">Publishes.</param>
/// <param name="console">Is told what happens.</param>
/// <param name="refused">The files that it was told of already as no files of the site.</param>
internal sealed class SiteKeeper(
    FolderUploader uploader, FolderWatcher watcher, LocalPublisher publisher, ConsoleReport console, IReadOnlyDictionary<string, string> refused)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    // How long work that is under way may take once the host is to stop.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SweepRhythm _sweeps = new(TimeProvider.System);

    private IReadOnlyDictionary<string, string> _refused = refused;

    /// <summary>Runs until told to stop; whatever fails is said and tried again.</summary>
    /// <returns>True where it stopped between two pieces of work, false in the midst of one.</returns>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        using var give = new CancellationTokenSource();
        await using var patience = stop.Register(() => give.CancelAfter(Patience));
        var ended = await Task.WhenAll(
            RepeatAsync(watcher.WaitAsync, FollowFolderAsync, stop, give.Token),
            RepeatAsync(cancel => Task.Delay(Tick, cancel), KeepUpAsync, stop, give.Token),
            RepeatAsync(cancel => Task.Delay(Tick, cancel), publisher.RetryImagesAsync, stop, give.Token));
        return ended.All(well => well);
    }

    private async Task<bool> RepeatAsync(
        Func<CancellationToken, Task> wait, Func<CancellationToken, Task> work, CancellationToken stop, CancellationToken give)
    {
        var troubles = new Troubles(console);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await wait(stop);
                await work(give);
                troubles.Clear();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return !give.IsCancellationRequested;
            }
            catch (Exception fault)
            {
                // Whatever it was: what was left undone shows in records and sources, and the sweep finds it.
                troubles.Note(fault);
            }
        }

        return true;
    }

    private async Task FollowFolderAsync(CancellationToken cancel)
    {
        var change = await uploader.UploadAsync(cancel);
        Say([.. change.Refused.Except(_refused).OrderBy(file => file.Key, StringComparer.Ordinal).Select(PostReport.Refused)]);
        _refused = change.Refused;
        if (change.Changed.Count > 0)
        {
            Say(await publisher.PublishAsync(change.Changed, cancel));
        }
    }

    private async Task KeepUpAsync(CancellationToken cancel)
    {
        while (await publisher.WorkOnceAsync(Say, cancel))
        {
        }

        if (await publisher.IsSweepWantedAsync(cancel))
        {
            _sweeps.Hurry();
        }

        if (_sweeps.IsDue)
        {
            await _sweeps.RunAsync(() => publisher.SweepAsync(cancel));
        }
    }

    private void Say(IReadOnlyList<PostReport> reports)
    {
        var news = reports.Where(report => !report.Repeated).ToList();
        if (news.Count > 0)
        {
            console.Write(news);
        }
    }
}
