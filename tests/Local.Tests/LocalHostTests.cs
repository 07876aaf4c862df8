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

    private LocalOptions Options(string storage) => new() { Posts = _folder.Of("posts"), Once = true, Storage = storage };

    private static LocalHost HostOf(LocalOptions options) => new(options, new ConsoleReport(TextWriter.Null, colors: false));
}
