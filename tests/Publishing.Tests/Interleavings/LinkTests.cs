using Blobpress.StorageDouble.Tracing;

namespace Blobpress.Publishing.Tests.Interleavings;

/// <summary>Links to posts that come, move and go, and what else happens meanwhile.</summary>
public sealed class LinkTests
{
    private const string Leads = "<a href=\"/b/\">";

    private readonly Stage _stage = new();

    private string Page => _stage.Text("a/index.html");

    [Fact]
    public void A_link_follows_a_post_that_comes_moves_is_retitled_and_goes()
    {
        _stage.Upload("a.md", Post("A", "/a/", "[x](b.md#p) {% post_link b %}"));
        _stage.Settle();
        Assert.Contains("<p>x b</p>", Page, StringComparison.Ordinal);

        _stage.Upload("b.md", Post("B", "/b/"));
        _stage.Settle();
        Assert.Contains("<p><a href=\"/b/#p\">x</a> <a href=\"/b/\">B</a></p>", Page, StringComparison.Ordinal);

        _stage.Upload("b.md", Post("Beta", "/beta/"));
        _stage.Settle();
        Assert.Contains("<p><a href=\"/beta/#p\">x</a> <a href=\"/beta/\">Beta</a></p>", Page, StringComparison.Ordinal);

        _stage.Upload("b.md", Post("Beta", "/beta/").Replace("title", "draft: true\ntitle", StringComparison.Ordinal));
        _stage.Settle();
        Assert.Contains("<p>x b</p>", Page, StringComparison.Ordinal);

        _stage.Upload("b.md", Post("B", "/b/"));
        _stage.Settle();
        Assert.Contains(Leads + "B</a>", Page, StringComparison.Ordinal);

        _stage.Delete("b.md");
        _stage.Publish("b.md");
        _stage.Settle();
        Assert.Contains("<p>x b</p>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_an_old_URL_of_ones_own_follows()
    {
        _stage.Upload("site.yml", "links: {own_hosts: [old.example]}");
        _stage.Upload("a.md", Post("A", "/a/", "[x](https://old.example/2020/b/)"));
        _stage.Settle();
        Assert.Contains("<p>x</p>", Page, StringComparison.Ordinal);

        _stage.Upload("b.md", Post("B", "/b/").Replace("title", "alias: /2020/b/\ntitle", StringComparison.Ordinal));
        _stage.Settle();
        Assert.Contains(Leads + "x</a>", Page, StringComparison.Ordinal);

        _stage.Upload("b.md", Post("B", "/b/"));
        _stage.Settle();
        Assert.Contains("<p>x</p>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_file_that_is_missing_is_a_note_until_it_comes()
    {
        var report = _stage.Upload("a.md", Post("A", "/a/", "One\n\nsee [x](/files/a.zip)"));
        var note = Assert.Single(report.Reasons);
        Assert.Equal((8, 9), (note.Line, note.Column));

        _stage.Upload("files/a.zip", "x");
        _stage.Settle();
        Assert.Empty(_stage.Publish("a.md").Reasons);

        _stage.Delete("files/a.zip");
        _stage.Publish("files/a.zip");
        _stage.Settle();
        Assert.Single(_stage.Publish("a.md").Reasons);
    }

    [Fact]
    public void Of_two_posts_of_one_name_the_same_is_meant_whichever_came_first()
    {
        string[] texts = [Post("Old", "/old/", date: "2020-01-01"), Post("New", "/new/", date: "2021-01-01")];
        foreach (var order in new[] { new[] { 0, 1 }, [1, 0] })
        {
            var stage = new Stage();
            stage.Upload("a.md", Post("A", "/a/", "{% post_link b %}"));
            foreach (var at in order)
            {
                stage.Upload($"{at}/b.md", texts[at]);
                stage.Settle();
            }

            Assert.Contains("<a href=\"/new/\">New</a>", stage.Text("a/index.html"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(OperationKind.QueryEntities, "lists")]
    [InlineData(OperationKind.PutBlob, "/$web/a/")]
    [InlineData(OperationKind.InsertEntity, "posts")]
    public void A_post_that_comes_while_another_is_published_that_links_there_is_linked_to(OperationKind kind, string part)
    {
        _stage.Put("a.md", Post("A", "/a/", "[x](b.md)"));
        var publishing = _stage.Hold("slow", publishers => publishers.Sources.PublishAsync("a.md", default), Calls.Of(kind, part));
        _stage.Upload("b.md", Post("B", "/b/"));
        _stage.Settle();
        publishing.Finish();
        _stage.Settle();

        Assert.Contains(Leads, Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OperationKind.EntityGroupTransaction, "")]
    [InlineData(OperationKind.PutMessage, "publish-post")]
    [InlineData(OperationKind.DeleteBlob, "/$web/b/")]
    [InlineData(OperationKind.DeleteEntity, "pending")]
    public void A_post_that_is_published_while_one_goes_that_it_links_to_does_not(OperationKind kind, string part)
    {
        _stage.Upload("b.md", Post("B", "/b/"));
        _stage.Upload("c.md", Post("C", "/c/", "[x](b.md)"));
        _stage.Settle();
        _stage.Put("a.md", Post("A", "/a/", "[x](b.md)"));
        _stage.Delete("b.md");
        _stage.Publish("b.md");

        var listing = _stage.Hold("lists", publishers => publishers.Listings.RunAsync(default), Calls.Of(kind, part));
        _stage.Publish("a.md");
        listing.Finish();
        _stage.Settle();

        Assert.Contains("<p>x</p>", Page, StringComparison.Ordinal);
        Assert.Contains("<p>x</p>", _stage.Text("c/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_of_a_link_that_a_post_comes_back_to_stays()
    {
        _stage.Upload("a.md", Post("A", "/a/", "[x](b.md)"));
        _stage.Settle();
        _stage.Upload("a.md", Post("A", "/a/", "None."));

        var removal = _stage.Hold("lists", publishers => publishers.Listings.RunAsync(default), Calls.Of(OperationKind.DeleteEntity, "link|"));
        _stage.Upload("a.md", Post("A", "/a/", "[x](b.md)"));
        removal.Finish();
        _stage.Settle();
        _stage.Upload("b.md", Post("B", "/b/"));
        _stage.Settle();

        Assert.Contains(Leads, Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_follows_though_the_message_was_lost_that_asked_for_it()
    {
        _stage.Upload("a.md", Post("A", "/a/", "[x](b.md)"));
        _stage.Settle();
        _stage.Upload("b.md", Post("B", "/b/"));
        _stage.List();
        _stage.Clock.Advance(TimeSpan.FromDays(8));
        _stage.Settle(thoroughly: true);

        Assert.Contains(Leads, Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_of_links_go_with_them()
    {
        _stage.Upload("a.md", Post("A", "/a/", "[x](b.md) [y](c.md)"));
        _stage.Settle();
        Assert.Equal(2, Notes());

        _stage.Upload("a.md", Post("A", "/a/", "[y](c.md)"));
        _stage.Settle();
        Assert.Equal(1, Notes());

        _stage.Delete("a.md");
        _stage.Publish("a.md");
        _stage.Settle();
        Assert.Equal(0, Notes());
    }

    [Fact]
    public void A_note_that_a_crash_left_goes_with_a_sweep()
    {
        _stage.Put("a.md", Post("A", "/a/", "[x](b.md)"));
        _stage.Hold("crashed", publishers => publishers.Sources.PublishAsync("a.md", default), Calls.Writing("a/"));
        _stage.Upload("a.md", Post("A", "/a/", "None."));
        _stage.Settle();
        Assert.Equal(1, Notes());

        _stage.Clock.Advance(new PublishingOptions().StrayGrace * 2);
        _stage.Settle(thoroughly: true);
        Assert.Equal(0, Notes());
    }

    private int Notes() => _stage.Rows("lists").Count(row => row.StartsWith("link|", StringComparison.Ordinal));

    private static string Post(string title, string permalink, string body = "Text.", string date = "2020-01-01") =>
        $"---\ntitle: {title}\npermalink: {permalink}\ndate: {date}\n---\n{body}\n";
}
