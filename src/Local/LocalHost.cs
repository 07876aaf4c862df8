using Blobpress.Local.Export;
using Blobpress.Local.Folders;
using Blobpress.Local.Keeping;
using Blobpress.Local.Options;
using Blobpress.Local.Preview;
using Blobpress.Local.Reports;
using Blobpress.Local.Samples;
using Blobpress.Local.Status;

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
        await using var publisher = new LocalPublisher(storage.ConnectionString, [.. options.ConnectTo, .. origin?.ConnectTo ?? []]);
        var status = new StatusReader(publisher.Receipts);
        await using var preview = options.Once ? null : await PreviewServer.StartAsync(storage.Site, options.Port, status.AnswerAsync, cancel);
        var uploader = new FolderUploader(storage.Posts, _folder, Excluded());
        await publisher.PrepareAsync(cancel);

        // Watching begins before the first scan, so that no edit falls between the two.
        using var watcher = new FolderWatcher(_folder);
        var (report, refused, unsettled) = await PublishAllAsync(uploader, publisher, cancel);
        await LeaveResultsAsync(report, unsettled, storage, cancel);
        if (preview is not null)
        {
            console.Say($"The site is at {preview.Url}, what became of each post at {preview.Url}_status. They follow {_folder}. Ctrl+C stops it.");
        }

        if (preview is null || await new SiteKeeper(uploader, watcher, publisher, console, refused).RunAsync(cancel))
        {
            await publisher.FinishAsync();
        }

        return preview is null && report.Posts.Any(post => post.Outcome == PostOutcome.Rejected) ? ExitCode.Rejected : ExitCode.Fine;
    }

    private async Task<(SiteReport Report, IReadOnlyDictionary<string, string> Refused, string? Unsettled)> PublishAllAsync(
        FolderUploader uploader, LocalPublisher publisher, CancellationToken cancel)
    {
        var change = await uploader.UploadAsync(cancel);
        var (published, unsettled) = await publisher.PublishAllAsync([.. change.Files.Union(change.Changed)], wait: options.Once, cancel);
        PostReport[] reports =
        [
            .. published.Where(report => !change.Refused.ContainsKey(report.Source))
                .Concat(change.Refused.Select(PostReport.Refused))
                .OrderBy(report => report.Source, StringComparer.Ordinal),
        ];
        var (owed, more) = await publisher.OwedImagesAsync(cancel);
        var report = new SiteReport(reports, owed, more);
        console.Write(report);
        return (report, change.Refused, unsettled);
    }

    private async Task LeaveResultsAsync(SiteReport report, string? unsettled, LocalStorage storage, CancellationToken cancel)
    {
        if (options.Report is not null)
        {
            await ReportWriter.WriteAsync(options.Report, report, cancel);
        }

        if (unsettled is not null)
        {
            var sentence = options.Export is null ? unsettled : $"{unsettled} Nothing is exported.";
            if (options.Once)
            {
                throw new LocalException(sentence);
            }

            console.Say(sentence);
        }
        else if (options.Export is not null)
        {
            var ledger = new ExportLedger(Path.Combine(ProjectFolder.Local, "exports.txt"));
            var export = await new Exporter(storage.Site, ledger).ExportAsync(options.Export, cancel);
            foreach (var (name, why) in export.LeftOut)
            {
                console.Say($"{name} is not exported. {why}");
            }

            console.Say($"{export.Count} files exported to {options.Export}.");
        }
    }

    // What the host itself writes is no source, even where it was told to write among the posts.
    private string[] Excluded() => options.Export is null ? [options.Data] : [options.Data, options.Export];
}
