using Blobpress.Publishing.Posts;
using Blobpress.StorageDouble.Tracing;

namespace Blobpress.Publishing.Tests.Interleavings;

/// <summary>URLs that change hands.</summary>
public sealed class ClaimTests
{
    private readonly Stage _stage = new();

    [Fact]
    public void Who_was_refused_gets_the_URL_of_a_post_whose_date_moves_behind_its_own()
    {
        _stage.Upload("a.md", Post("A", 1, "permalink: /u/"));
        Assert.Equal(PublishOutcome.Rejected, _stage.Upload("b.md", Post("B", 2, "permalink: /u/")).Outcome);
        _stage.Settle();

        Assert.Equal(PublishOutcome.Rejected, _stage.Upload("a.md", Post("A", 3, "permalink: /u/")).Outcome);
        _stage.WorkQueue();
        _stage.Settle();

        Assert.Contains("<title>B", _stage.Text("u/index.html"), StringComparison.Ordinal);
        Assert.Contains("/u/", _stage.Text("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_refused_gets_the_URL_that_its_owner_only_redirects_from_now()
    {
        _stage.Upload("a.md", Post("A", 1, "permalink: /u/"));
        Assert.Equal(PublishOutcome.Rejected, _stage.Upload("b.md", Post("B", 2, "permalink: /u/")).Outcome);
        _stage.Settle();

        Assert.Equal(PublishOutcome.Published, _stage.Upload("a.md", Post("A", 1, "permalink: /a/", "alias: /u/")).Outcome);
        _stage.WorkQueue();
        _stage.Settle();

        Assert.Contains("<title>B", _stage.Text("u/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_told_even_by_a_call_that_comes_after_a_crash()
    {
        _stage.Upload("a.md", Post("A", 1, "permalink: /u/"));
        _stage.Upload("b.md", Post("B", 2, "permalink: /u/"));
        _stage.Settle();
        _stage.Put("a.md", Post("A", 3, "permalink: /u/"));

        // Never finished: the process is gone.
        _stage.Hold("crash", publishers => publishers.Sources.PublishAsync("a.md", default), Calls.Of(OperationKind.ReplaceEntity, "posts(PartitionKey='a.!md',RowKey='record')"));
        _stage.Publish("a.md");
        _stage.WorkQueue();

        Assert.Contains("<title>B", _stage.Text("u/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_refused_in_the_midst_of_a_removal_gets_the_URL_after_it()
    {
        _stage.Upload("a.md", Post("A", 1, "permalink: /u/"));
        _stage.Settle();
        _stage.Upload("a.md", Post("A", 1, "draft: true"));

        // The listing publisher has seen who claims the URL.
        var removal = _stage.Hold("lists", publishers => publishers.Listings.RunAsync(default), Calls.Of(OperationKind.DeleteEntity, "urls("));
        Assert.Equal(PublishOutcome.Rejected, _stage.Upload("b.md", Post("B", 2, "permalink: /u/")).Outcome);
        removal.Finish();
        _stage.WorkQueue();

        Assert.Contains("<title>B", _stage.Text("u/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_is_put_down_again_while_it_is_taken_back_stays()
    {
        _stage.Upload("a.md", Post("A", 1, "permalink: /u/"));
        _stage.Settle();
        _stage.Upload("a.md", Post("A", 1, "permalink: /v/"));

        var removal = _stage.Hold("lists", publishers => publishers.Listings.RunAsync(default), Calls.Of(OperationKind.DeleteEntity, "urls("));
        _stage.Upload("a.md", Post("A", 1, "permalink: /u/"));
        removal.Finish();
        _stage.Settle();

        Assert.Contains(_stage.Rows("urls"), row => row.StartsWith("u.~index", StringComparison.Ordinal));
        Assert.Contains("<title>A", _stage.Text("u/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_of_a_post_whose_time_has_just_come_is_no_ghost()
    {
        _stage.Upload("a.md", Post("A", 2, "permalink: /u/").Replace("2024", "2026", StringComparison.Ordinal));
        _stage.Clock.Advance(TimeSpan.FromDays(3));

        var publisher = _stage.Hold("due", publishers => publishers.Sources.PublishAsync("a.md", default), Calls.Writing("u/index.html"));
        Assert.Equal(PublishOutcome.Rejected, _stage.Upload("b.md", Post("B", 3, "permalink: /u/").Replace("2024", "2026", StringComparison.Ordinal)).Outcome);
        publisher.Finish();
        _stage.Settle();

        Assert.Contains("<title>A", _stage.Text("u/index.html"), StringComparison.Ordinal);
        Assert.Equal(2, _stage.Rows("urls").Count());
    }

    private static string Post(string title, int day, params string[] frontMatter) =>
        $"---\ntitle: {title}\ndate: 2024-01-0{day}\n{string.Join('\n', frontMatter)}\n---\nText.\n";
}
