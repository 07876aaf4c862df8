using Blobpress.StorageDouble.Tracing;

namespace Blobpress.Publishing.Tests.Interleavings;

/// <summary>What is taken away while a post takes it up again.</summary>
public sealed class RemovalTests
{
    private const string Drawing = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="1" height="9"/></svg>""";

    private readonly Stage _stage = new();

    [Fact]
    public void A_content_that_a_post_comes_back_to_stays()
    {
        _stage.Upload("a.md", Post("One."));
        _stage.Settle();
        var content = Assert.Single(_stage.Blobs("blobpress"), IsContent);
        _stage.Upload("a.md", Post("Two."));

        var removal = _stage.Hold("lists", publishers => publishers.Listings.RunAsync(default), Calls.Of(OperationKind.DeleteBlob, content));
        _stage.Upload("a.md", Post("One."));
        removal.Finish();
        _stage.Settle();

        Assert.Equal([content], _stage.Blobs("blobpress").Where(IsContent));
    }

    [Fact]
    public void An_image_that_a_post_comes_back_to_stays()
    {
        _stage.Upload("pic.svg", Drawing);
        _stage.Upload("a.md", Post("![one](/pic.svg)"));
        _stage.Settle();
        _stage.Upload("a.md", Post("None."));

        var removal = _stage.Hold("lists", publishers => publishers.Listings.RunAsync(default), Calls.Of(OperationKind.DeleteEntity, "RowKey='use~"));
        _stage.Upload("a.md", Post("![one](/pic.svg)"));
        removal.Finish();
        _stage.SettleFor(new PublishingOptions().ImageGrace * 2);

        var variant = Assert.Single(_stage.Names, name => name.StartsWith("images/", StringComparison.Ordinal));
        Assert.Contains(variant, _stage.Text("a/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OperationKind.DeleteEntity, "images(PartitionKey='hash~")]
    [InlineData(OperationKind.DeleteBlob, "/$web/images/")]
    [InlineData(OperationKind.DeleteEntity, "RowKey='image'")]
    public void An_image_that_is_shown_again_while_it_is_collected_stays(OperationKind kind, string part)
    {
        _stage.Upload("pic.svg", Drawing);
        _stage.Upload("a.md", Post("![one](/pic.svg)"));
        _stage.Settle();
        _stage.Upload("a.md", Post("None."));
        _stage.Settle();
        _stage.Clock.Advance(new PublishingOptions().ImageGrace * 2);

        var collection = _stage.Hold("sweep", publishers => publishers.Sweep.RunAsync(default), Calls.Of(kind, part));
        _stage.Upload("a.md", Post("![one](/pic.svg)"));
        collection.Finish();
        _stage.SettleFor(new PublishingOptions().ImageGrace * 2);

        var variant = Assert.Single(_stage.Names, name => name.StartsWith("images/", StringComparison.Ordinal));
        Assert.Contains(variant, _stage.Text("a/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OperationKind.DeleteEntity, "images(PartitionKey='hash~")]
    [InlineData(OperationKind.DeleteBlob, "/$web/images/")]
    public void A_copy_that_an_image_comes_back_to_while_it_is_collected_stays(OperationKind kind, string part)
    {
        _stage.Upload("pic.svg", Drawing);
        _stage.Upload("a.md", Post("![one](/pic.svg)"));
        _stage.Upload("pic.svg", Drawing.Replace("\"1\"", "\"2\"", StringComparison.Ordinal));
        _stage.Settle();
        _stage.Clock.Advance(new PublishingOptions().ImageGrace * 2);

        var collection = _stage.Hold("sweep", publishers => publishers.Sweep.RunAsync(default), Calls.Of(kind, part));
        _stage.Upload("pic.svg", Drawing);
        collection.Finish();
        _stage.SettleFor(new PublishingOptions().ImageGrace * 3);

        var variant = Assert.Single(_stage.Names, name => name.StartsWith("images/", StringComparison.Ordinal));
        Assert.Contains(variant, _stage.Text("a/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_that_was_made_of_a_file_that_changed_meanwhile_goes()
    {
        _stage.Upload("pic.svg", Drawing);
        _stage.Put("a.md", Post("![one](/pic.svg)"));

        // The second writing of the image's record, after its files were written.
        var publisher = _stage.Hold("slow", publishers => publishers.Sources.PublishAsync("a.md", default), Calls.Of(OperationKind.ReplaceEntity, "RowKey='image'"));
        _stage.Upload("pic.svg", Drawing.Replace("\"1\"", "\"2\"", StringComparison.Ordinal));
        publisher.Finish();
        _stage.SettleFor(new PublishingOptions().ImageGrace * 2);

        var variant = Assert.Single(_stage.Names, name => name.StartsWith("images/", StringComparison.Ordinal));
        Assert.Contains(variant, _stage.Text("a/index.html"), StringComparison.Ordinal);
    }

    private static bool IsContent(string name) => name.StartsWith("content/", StringComparison.Ordinal);

    private static string Post(string text) => $"---\ntitle: A\ndate: 2024-01-01\npermalink: /a/\n---\n{text}\n";
}
