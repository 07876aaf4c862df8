using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Blobpress.Local.Options;
using Blobpress.Local.Reports;
using Blobpress.Local.Tests.Seeds;

namespace Blobpress.Local.Tests.Hostile;

/// <summary>Everything that ever stopped a site, beside a hundred good posts.</summary>
public sealed class HostileFolderTests : IDisposable
{
    private const int Good = 100;

    // Of a run whose work is bounded; on an idle machine it takes a tenth of it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_bad_upload_stops_nothing()
    {
        var hostile = SharedFolder.Of("hostile");
        CopyTo("posts/hostile", hostile);
        for (var at = 0; at < Good; at++)
        {
            _folder.Write($"posts/good{at}.md", $"---\ntitle: Good {at}\ndate: 2023-{1 + (at % 12):D2}-{1 + (at % 28):D2}\npermalink: /good/{at}/\ntags: [good]\ncategories: [harbour, c{at % 5}]\n---\nText {at}.\n");
        }

        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var options = new LocalOptions
        {
            Posts = _folder.Of("posts"),
            Once = true,
            Export = _folder.Of("out"),
            Report = _folder.Of("report.json"),
            Data = _folder.Of("data"),
            ConnectTo = [new("h0.test", 80, (IPEndPoint)silent.LocalEndpoint)],
        };

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Longest);
        var code = await new LocalHost(options, new ConsoleReport(TextWriter.Null, colors: false)).RunAsync(limit.Token);

        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(options.Report, limit.Token));
        var posts = report.RootElement.GetProperty("posts").EnumerateArray().ToDictionary(post => post.GetProperty("source").GetString()!, post => post.Clone());
        var rejected = posts.Values.Where(post => Outcome(post) == "rejected").ToList();
        Assert.Equal(rejected.Count > 0 ? ExitCode.Rejected : ExitCode.Fine, code);
        Assert.All(rejected, post => Assert.NotEqual(0, post.GetProperty("reasons").GetArrayLength()));
        AssertGoodPostsAreThere(posts);
        AssertEachBadFileIsAccountedFor(hostile, posts);
        Assert.Equal(12, report.RootElement.GetProperty("imagesOwed").EnumerateArray().Count(image => image.GetProperty("image").GetString()!.StartsWith("http://h0.test/", StringComparison.Ordinal)));
    }

    private void AssertGoodPostsAreThere(Dictionary<string, JsonElement> posts)
    {
        var home = File.ReadAllText(_folder.Of("out/index.html"));
        var lists = string.Concat(Directory.EnumerateFiles(_folder.Of("out"), "index.html", SearchOption.AllDirectories).Where(file => file.Contains("archives", StringComparison.Ordinal)).Select(File.ReadAllText));
        for (var at = 0; at < Good; at++)
        {
            Assert.Equal("published", Outcome(posts[$"good{at}.md"]));
            Assert.Contains($"Text {at}.", File.ReadAllText(_folder.Of($"out/good/{at}/index.html")), StringComparison.Ordinal);
            Assert.Contains($"href=\"/good/{at}/\"", lists, StringComparison.Ordinal);
        }

        Assert.Contains("/good/", home, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.Of("out/tags/good/index.html")));
        Assert.True(File.Exists(_folder.Of("out/categories/harbour/c4/index.html")));
        Assert.True(File.Exists(_folder.Of("out/atom.xml")));
        Assert.True(File.Exists(_folder.Of("out/sitemap.xml")));
    }

    // A post has its place in the report, whatever became of it; a file that is not as it was uploaded is rejected or harmless.
    private void AssertEachBadFileIsAccountedFor(string hostile, Dictionary<string, JsonElement> posts)
    {
        foreach (var file in Directory.EnumerateFiles(hostile, "*", SearchOption.AllDirectories))
        {
            var name = "hostile/" + Path.GetRelativePath(hostile, file).Replace('\\', '/');
            var isPost = Path.GetExtension(name) is ".md" or ".html";
            Assert.True(posts.ContainsKey(name) || (!isPost && File.Exists(_folder.Of("out/" + name))), name);
        }
    }

    private static string Outcome(JsonElement post) => post.GetProperty("outcome").GetString()!;

    private void CopyTo(string target, string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = _folder.Of($"{target}/{Path.GetRelativePath(source, file)}");
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, File.ReadAllBytes(file));
        }
    }
}
