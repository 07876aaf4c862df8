using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Local.Azurite;
using Blobpress.Local.Tests.Crashes;

namespace Blobpress.Local.Tests;

public sealed class StopTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_run_ends_within_seconds_whatever_it_waits_for(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        _folder.Write("posts/a.md", "---\ndate: 2022-01-01\n---\n![x](http://silent.test/a.jpg)\n");
        await using var storage = await AzuriteProcess.StartAsync(new AzuriteSettings(), Cancel);
        using var host = HostProcess.Start(
            "--once", "--posts", _folder.Of("posts"), "--data", _folder.Of("data"), "--storage", storage.ConnectionString,
            "--connect-to", $"silent.test:80=127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}");
        using var asked = await silent.AcceptTcpClientAsync(Cancel);

        var watch = Stopwatch.StartNew();
        host.Signal(signal);
        var code = await host.ExitAsync(Cancel);

        Assert.Equal(2, code);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Of_two_hosts_none_exports_what_the_other_has_in_hand()
    {
        for (var at = 0; at < 30; at++)
        {
            _folder.Write($"posts/p{at}.md", $"---\ndate: 2022-01-{1 + at:D2}\ntags: [t{at % 3}]\n---\nText {at}.\n");
        }

        await using var storage = await AzuriteProcess.StartAsync(new AzuriteSettings(), Cancel);
        var hosts = new[] { "one", "two" }.Select(name => HostProcess.Start(
            "--once", "--posts", _folder.Of("posts"), "--data", _folder.Of("data"), "--storage", storage.ConnectionString, "--export", _folder.Of(name))).ToList();
        var codes = new List<int>();
        foreach (var host in hosts)
        {
            codes.Add(await host.ExitAsync(Cancel));
        }

        Assert.Equal([0, 0], codes);
        Assert.Equal(new FolderText(_folder.Of("one")).ToString(), new FolderText(_folder.Of("two")).ToString());
        Assert.Contains("p29", new FolderText(_folder.Of("one")).ToString(), StringComparison.Ordinal);
        Assert.Empty(new BlobContainerClient(storage.ConnectionString, "blobpress").GetBlobs(BlobTraits.None, BlobStates.None, "locks/hosts/", Cancel));
        hosts.ForEach(host => host.Dispose());
    }
}
