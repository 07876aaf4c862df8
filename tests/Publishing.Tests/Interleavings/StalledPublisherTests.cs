using Blobpress.StorageDouble.Tracing;

namespace Blobpress.Publishing.Tests.Interleavings;

/// <summary>A publisher of a post that stands still while another publishes the same post, and goes on.</summary>
public sealed class StalledPublisherTests
{
    private readonly Stage _stage = new();

    [Theory]
    [InlineData("site.yml", "title: Pier")]
    [InlineData("a.md", "---\ntitle: A\ndate: 2024-01-01\npermalink: /a/\ntags: [x, y]\n---\nOther text.\n")]
    public void Puts_nothing_older_in_place_of_what_the_other_wrote(string name, string text)
    {
        _stage.Upload("site.yml", "title: Quay");
        _stage.Upload("a.md", "---\ntitle: A\ndate: 2024-01-01\npermalink: /a/\ntags: [x]\n---\nText.\n");
        _stage.Settle();

        _stage.Put("a.md", "---\ntitle: A\ndate: 2024-01-01\npermalink: /a/\ntags: [x, y]\n---\nOther text.\n");
        var stalled = _stage.Hold("stalled", publishers => publishers.Sources.PublishAsync("a.md", default), Calls.Of(OperationKind.GetBlobProperties, "a/index.html"));
        _stage.Upload(name, text);
        _stage.Publish("a.md");
        _stage.Settle();
        var files = _stage.Files();
        stalled.Finish();

        Assert.Contains("/tags/y/", _stage.Text("a/index.html"), StringComparison.Ordinal);
        Assert.Equal(files, _stage.Files());
        Assert.True(_stage.Sweep().IsClean);
    }
}
