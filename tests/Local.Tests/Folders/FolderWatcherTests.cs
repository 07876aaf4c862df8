using Blobpress.Local.Folders;

namespace Blobpress.Local.Tests.Folders;

public sealed class FolderWatcherTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wakes_for_a_change_in_a_subfolder_that_is_new()
    {
        using var folder = new TemporaryFolder();
        using var watcher = new FolderWatcher(folder.Path);
        folder.Write("trip/a.md", "A");
        await watcher.WaitAsync(Cancel);
        Assert.Equal("trip/a.md: A", new FolderText(folder.Path).ToString());
    }

    [Fact]
    public async Task Stops_waiting_when_cancelled()
    {
        using var folder = new TemporaryFolder();
        using var watcher = new FolderWatcher(folder.Path);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watcher.WaitAsync(new CancellationToken(canceled: true)));
    }
}
