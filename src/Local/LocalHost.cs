using Blobpress.Local.Export;
using Blobpress.Local.Folders;
using Blobpress.Local.Options;
using Blobpress.Local.Preview;
using Blobpress.Local.Reports;
using Blobpress.Local.Samples;

namespace Blobpress.Local;

/// <summary>Publishes a folder on this machine as the Functions app does in the cloud.</summary>
/// <param name="options">What the command line asks for.</param>
/// <param name="console">Is told what happens.</param>
public sealed class LocalHost(LocalOptions options, ConsoleReport console)
{
    private readonly string _folder = options.Posts ?? Path.Combine(ProjectFolder.Samples, "posts");

    /// <summary>
    /// Publishes all; then shows the site and follows the folder until cancelled, unless <see cref="LocalOptions.Once"/>.
    /// </summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="LocalException">Something that the user can put right.</exception>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var storage = await LocalStorage.OpenAsync(options, cancel);
        await using var origin = options.Posts is null ? await SampleOrigin.StartAsync(cancel: cancel) : null;
        await using var preview = options.Once ? null : await PreviewServer.StartAsync(storage.Site, options.Port, cancel: cancel);
        var uploader = new FolderUploader(storage.Posts, _folder, Excluded());
        using var publisher = new LocalPublisher(storage.ConnectionString, [.. options.ConnectTo, .. origin?.ConnectTo ?? []]);
        await publisher.PrepareAsync(cancel);

        // Watching begins before the first scan, so that no edit falls between the two.
        using var watcher = new FolderWatcher(_folder);
        var reports = await PublishAllAsync(uploader, publisher, cancel);
        await LeaveResultsAsync(reports, storage, cancel);
        if (preview is null)
        {
            return reports.Any(post => post.Outcome == PostOutcome.Rejected) ? ExitCode.Rejected : ExitCode.Fine;
        }

        console.Say($"The site is at {preview.Url} and follows {_folder}. Ctrl+C stops it.");
        while (true)
        {
            await watcher.WaitAsync(cancel);
            await PublishChangesAsync(uploader, publisher, cancel);
        }
    }

    private async Task<IReadOnlyList<PostReport>> PublishAllAsync(
        FolderUploader uploader, LocalPublisher publisher, CancellationToken cancel)
    {
        var change = await uploader.UploadAsync(cancel);
        if (options.Once && change.Unreadable is [var unreadable, ..])
        {
            throw new LocalException($"{unreadable} can't be read; close the program that holds it, or mend its permissions.");
        }

        var reports = await publisher.PublishAsync([.. change.Files.Union(change.Changed)], cancel);
        console.Write(reports);
        return reports;
    }

    private async Task PublishChangesAsync(FolderUploader uploader, LocalPublisher publisher, CancellationToken cancel)
    {
        var change = await uploader.UploadAsync(cancel);
        if (change.Changed.Count > 0)
        {
            console.Write(await publisher.PublishAsync(change.Changed, cancel));
        }
    }

    private async Task LeaveResultsAsync(IReadOnlyList<PostReport> reports, LocalStorage storage, CancellationToken cancel)
    {
        if (options.Report is not null)
        {
            await ReportWriter.WriteAsync(options.Report, reports, cancel);
        }

        if (options.Export is not null)
        {
            var ledger = new ExportLedger(Path.Combine(ProjectFolder.Local, "exports.txt"));
            var count = await new Exporter(storage.Site, ledger).ExportAsync(options.Export, cancel);
            console.Say($"{count} files exported to {options.Export}.");
        }
    }

    // What the host itself writes is no source, even where it was told to write among the posts.
    private string[] Excluded() => options.Export is null ? [options.Data] : [options.Data, options.Export];
}
