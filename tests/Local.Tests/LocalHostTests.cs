using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Local.Azurite;
using Blobpress.Local.Options;
using Blobpress.Local.Reports;
using Blobpress.Local.Tests.Azurite;

namespace Blobpress.Local.Tests;

public sealed class LocalHostTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Once_leaves_a_report_and_an_exit_code()
    {
        _folder.Write("posts/a.md", "# A");
        var options = Options(azurite.ConnectionString) with { Report = _folder.Of("r.json") };
        Assert.Equal(0, await HostOf(options).RunAsync(Cancel));
        Assert.Contains("\"source\": \"a.md\"", await File.ReadAllTextAsync(_folder.Of("r.json"), Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "--storage is no connection string")]
    [InlineData("BlobEndpoint=http://127.0.0.1:1/x;SharedAccessSignature=sig", "The storage that --storage names can't be used:")]
    public async Task Says_what_is_wrong_with_a_storage(string connection, string start)
    {
        _folder.Write("posts/a.md", "# A");
        var fault = await Assert.ThrowsAsync<LocalException>(() => HostOf(Options(connection)).RunAsync(Cancel));
        Assert.StartsWith(start, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_what_other_tools_do_and_stops_when_told()
    {
        _folder.Write("posts/a.md", "---\ndate: 2024-01-01\n---\n# A");
        await using var storage = await AzuriteProcess.StartAsync(new AzuriteSettings(), Cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var console = new FirstWords("The site is at");
        var host = new LocalHost(Options(storage.ConnectionString) with { Once = false, Port = 0 }, new ConsoleReport(console, colors: false));
        var run = host.RunAsync(stop.Token);
        await Task.WhenAny(console.Said, run);

        var post = new BlobClient(storage.ConnectionString, "posts", "theirs.md");
        await post.UploadAsync(new BinaryData("---\ndate: 2024-01-02\n---\n# Theirs"), Cancel);
        var page = new BlobClient(storage.ConnectionString, "$web", "2024/01/02/theirs/index.html");
        await UntilAsync(async () => await page.ExistsAsync(Cancel), run);
        await post.DeleteAsync(cancellationToken: Cancel);
        await UntilAsync(async () => !await page.ExistsAsync(Cancel), run);

        await stop.CancelAsync();
        Assert.Equal(0, await run);
        Assert.Empty(new BlobContainerClient(storage.ConnectionString, "blobpress").GetBlobs(BlobTraits.None, BlobStates.None, "locks/hosts/", Cancel));
    }

    // The host has a clock of its own; that a minute is not enough means that it does not happen.
    private static async Task UntilAsync(Func<Task<bool>> happened, Task run)
    {
        for (var tries = 0; !await happened(); tries++)
        {
            Assert.False(run.IsCompleted || tries > 600, "It did not happen.");
            await Task.Delay(100, Cancel);
        }
    }

    private LocalOptions Options(string storage) => new() { Posts = _folder.Of("posts"), Once = true, Storage = storage };

    private static LocalHost HostOf(LocalOptions options) => new(options, new ConsoleReport(TextWriter.Null, colors: false));

    /// <summary>A console that waits for a line with a beginning.</summary>
    private sealed class FirstWords(string words) : StringWriter
    {
        private readonly TaskCompletionSource _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Said => _said.Task;

        public override void WriteLine(string? value)
        {
            if (value?.StartsWith(words, StringComparison.Ordinal) == true)
            {
                _said.TrySetResult();
            }
        }
    }
}
