using Azure.Storage.Blobs;
using Blobpress.Local.Export;
using Blobpress.Local.Tests.Azurite;

namespace Blobpress.Local.Tests.Export;

public sealed class ExporterTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _folder = new();

    private BlobContainerClient _site = null!;

    private Exporter _exporter = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await azurite.NewContainerAsync();
        _exporter = new Exporter(_site, new ExportLedger(_folder.Of("ledger/exports.txt")));
        await WriteAsync("index.html", "Home");
        await WriteAsync("2022/01/29/破获案件/index.html", "Post");
        await WriteAsync("empty.txt", "");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Copies_every_file_under_its_own_name()
    {
        Assert.Equal(3, (await _exporter.ExportAsync(_folder.Of("out"), Cancel)).Count);
        Assert.Equal("2022/01/29/破获案件/index.html: Post\nempty.txt: \nindex.html: Home", Exported());
    }

    [Fact]
    public async Task Replaces_an_earlier_export_as_a_whole()
    {
        await _exporter.ExportAsync(_folder.Of("out"), Cancel);
        await _site.DeleteBlobAsync("empty.txt", cancellationToken: Cancel);
        await _site.DeleteBlobAsync("2022/01/29/破获案件/index.html", cancellationToken: Cancel);
        await WriteAsync("index.html", "Home again");
        await _exporter.ExportAsync(_folder.Of("out"), Cancel);
        Assert.Equal("index.html: Home again", Exported());
        Assert.Equal(["index.html"], Directory.EnumerateFileSystemEntries(_folder.Of("out")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_no_folder_can_hold_is_left_out_and_all_else_copied()
    {
        var named = new string('n', 300);
        await WriteAsync("2022", "a file where there is a folder");
        await WriteAsync(named, "too long");
        await WriteAsync("a//b", "an empty name");
        await WriteAsync(string.Join('/', Enumerable.Repeat(new string('d', 200), 5)), "1,004 characters");

        var export = await _exporter.ExportAsync(_folder.Of("out"), Cancel);

        Assert.Equal(["2022", "a//b", named], export.LeftOut.Keys);
        Assert.Equal(4, export.Count);
        Assert.Contains("2022/01/29/破获案件/index.html: Post", Exported(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_an_empty_folder()
    {
        Directory.CreateDirectory(_folder.Of("out"));
        Assert.Equal(3, (await _exporter.ExportAsync(_folder.Of("out"), Cancel)).Count);
    }

    [Fact]
    public async Task Leaves_a_folder_alone_that_holds_something_else()
    {
        _folder.Write("out/thesis.doc", "Years of work");
        var fault = await Assert.ThrowsAsync<LocalException>(() => _exporter.ExportAsync(_folder.Of("out"), Cancel));
        Assert.Contains("holds files that no export wrote", fault.Message, StringComparison.Ordinal);
        Assert.Equal("thesis.doc: Years of work", Exported());
    }

    private string Exported() => new FolderText(_folder.Of("out")).ToString();

    private async Task WriteAsync(string name, string text) => await _site.GetBlobClient(name).UploadAsync(new BinaryData(text), overwrite: true, Cancel);
}
