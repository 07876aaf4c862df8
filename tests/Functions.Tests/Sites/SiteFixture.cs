using Blobpress.Functions.Tests.Hosting;
using Blobpress.Functions.Tests.Package;
using Blobpress.Local;
using Blobpress.Publishing.Tests.Azurite;
using NetVips;

namespace Blobpress.Functions.Tests.Sites;

/// <summary>A site that one worker publishes, with settings, a text and a page with photographs: each test adds posts of its own.</summary>
public sealed class SiteFixture(PublishedApp app, FunctionsHost host, AzuriteFixture azurite) : IAsyncLifetime
{
    private Worker? _worker;
    private AppSite? _site;
    private Triggers? _triggers;

    internal AppSite Site => _site!;

    internal Triggers Triggers => _triggers!;

    internal Worker Worker => _worker!;

    public async ValueTask InitializeAsync()
    {
        var connection = azurite.NewAccount();
        _site = new(connection);
        // Variants of a photograph that was replaced go at once, as in a site where it never was.
        _site.Settings["Blobpress__ImageGrace"] = "00:00:00";
        _worker = await Worker.StartAsync(host, app, _site.Settings);
        _triggers = new(connection, new(app), _worker);
        await PublishAsync("site.yml", BinaryData.FromString("title: By events\nbase_url: https://www.example.org/\n"));
        await PublishAsync("walks/low-tide.jpg", Photograph(400));
        await PublishAsync("walks/index.md", Text("Along the cliffs", "![Low tide](low-tide.jpg)\n\nAnd back."));
    }

    public ValueTask DisposeAsync() => _worker?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Uploads a file, and Event Grid tells of it.</summary>
    internal async Task PublishAsync(string name, BinaryData bytes)
    {
        await Site.UploadAsync(name, bytes);
        await Triggers.UploadedAsync(name);
        Assert.Empty(await Triggers.DrainAsync());
    }

    internal static BinaryData Text(string title, string body) =>
        BinaryData.FromString($"---\ntitle: {title}\ndate: 2026-01-0{1 + (title.Length % 9)}T12:00:00Z\ntags: [events]\n---\n{body}\n");

    internal Task AssertIsAsTheLocalHostMakesItAsync() => Site.AssertIsAsTheLocalHostMakesItAsync(azurite.NewAccount());

    /// <summary>A photograph of the samples, so many pixels wide: small, since each comparison encodes it anew.</summary>
    internal static BinaryData Photograph(int width)
    {
        using var image = Image.Thumbnail(Path.Combine(ProjectFolder.Samples, "posts", "walks", "cliff-path", "low-tide.jpg"), width);
        return BinaryData.FromBytes(image.JpegsaveBuffer());
    }
}
