using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Blobpress.Local.Options;
using Blobpress.Local.Reports;

namespace Blobpress.Local.Tests.Seeds;

/// <summary>The seed, published by the local host from a folder into an export, as a script would.</summary>
internal sealed class SeedRun : IDisposable
{
    private const string Seed = "000_c3e92e5583e816e9";
    private const string Host = "static.1sapp.com";

    private readonly TemporaryFolder _folder = new();

    public int ExitCode { get; private set; }

    /// <summary>The seed's entry in the report.</summary>
    public JsonElement Report { get; private set; }

    /// <summary>The seed's page.</summary>
    public IDocument Page { get; private set; } = null!;

    /// <summary>All text files of the site, by name.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    /// <param name="origin">Plays the host of the seed's image; null for a host that nothing can be had from.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<SeedRun> RunAsync(CountingOrigin? origin, CancellationToken cancel)
    {
        var run = new SeedRun();
        run._folder.Write($"posts/{Seed}.md", await File.ReadAllTextAsync(Path.Combine(SharedFolder.Of("seeds"), Seed + ".txt"), cancel));
        var options = new LocalOptions
        {
            Posts = run._folder.Of("posts"),
            Once = true,
            Export = run._folder.Of("out"),
            Report = run._folder.Of("report.json"),
            Data = run._folder.Of("data"),

            // Nothing listens on the discard port.
            ConnectTo = [origin?.Plays(Host) ?? new(Host, 80, new IPEndPoint(IPAddress.Loopback, 9))],
        };
        run.ExitCode = await new LocalHost(options, new ConsoleReport(TextWriter.Null, colors: false)).RunAsync(cancel);
        await run.ReadAsync(options, cancel);
        return run;
    }

    public void Dispose() => _folder.Dispose();

    private async Task ReadAsync(LocalOptions options, CancellationToken cancel)
    {
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(options.Report!, cancel));
        Report = report.RootElement.GetProperty("posts").EnumerateArray().Single().Clone();
        Texts = Directory.EnumerateFiles(options.Export!, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(options.Export!, file).Replace('\\', '/'), file => Encoding.UTF8.GetString(File.ReadAllBytes(file)));
        Page = await new HtmlParser().ParseDocumentAsync(Texts[Uri.UnescapeDataString(Report.GetProperty("url").GetString()!).Trim('/') + "/index.html"], cancel);
    }
}
