using Blobpress.StorageDouble.Tracing;

namespace Blobpress.Publishing.Tests.Interleavings;

/// <summary>A listing publisher that stands still for longer than its lease, and goes on when another has done its work.</summary>
public sealed class StalledListingTests
{
    private static readonly TimeSpan Stall = TimeSpan.FromMinutes(2);

    private readonly Stage _stage = new();

    [Fact]
    public void Leaves_no_row_in_a_list_that_its_post_has_left()
    {
        _stage.Upload("a.md", Post("A", 1, "tags: x"));
        var stalled = Hold(Calls.Of(OperationKind.EntityGroupTransaction, ""));
        _stage.Upload("a.md", Post("A", 1, "tags: y"));
        _stage.List();
        stalled.Finish();

        Assert.DoesNotContain(_stage.Rows("lists"), row => row.StartsWith("tag|x ", StringComparison.Ordinal));
        Assert.True(_stage.Sweep(thoroughly: true).IsClean);
    }

    [Fact]
    public void Removes_no_page_that_has_come_back()
    {
        _stage.Upload("a.md", Post("A", 1, "tags: x"));
        _stage.Settle();
        _stage.Upload("a.md", Post("A", 1));
        var stalled = Hold(Calls.Of(OperationKind.GetBlobProperties, "tags/x/index.html"));
        _stage.Upload("b.md", Post("B", 2, "tags: x"));
        _stage.List();
        stalled.Finish();

        Assert.Contains("tags/x/index.html", _stage.Names);
        Assert.True(_stage.Sweep(thoroughly: true).IsClean);
    }

    [Fact]
    public void Gives_no_page_an_older_look()
    {
        _stage.Upload("site.yml", "title: Quay");
        _stage.Upload("a.md", Post("A", 1));
        _stage.Upload("b.md", Post("B", 2));
        _stage.Settle();
        _stage.Upload("b.md", Post("B, changed", 2));
        var stalled = Hold(Calls.Of(OperationKind.GetBlobProperties, "a/index.html"));
        _stage.Upload("site.yml", "title: Pier");
        _stage.Settle();
        var files = _stage.Files();
        Assert.Contains("Pier", _stage.Text("a/index.html"), StringComparison.Ordinal);
        stalled.Finish();

        Assert.Equal(files, _stage.Files());
    }

    [Fact]
    public void Notes_nothing_over_what_another_has_noted()
    {
        _stage.Upload("a.md", Post("A", 1, "tags: x"));
        var stalled = Hold(Calls.Of(OperationKind.InsertEntity, "posts"), Calls.Of(OperationKind.ReplaceEntity, "RowKey='indexed'"));
        _stage.Upload("a.md", Post("A", 1, "tags: y"));
        _stage.List();
        stalled.Finish();

        Assert.True(_stage.Sweep().IsClean);
        Assert.DoesNotContain(_stage.Rows("lists"), row => row.StartsWith("pending ", StringComparison.Ordinal));
    }

    private HeldWork Hold(Func<StorageCall, bool> before)
    {
        var held = _stage.Hold("stalled", publishers => publishers.Listings.RunAsync(default), before);
        _stage.Clock.Advance(Stall);
        return held;
    }

    private HeldWork Hold(Func<StorageCall, bool> before, Func<StorageCall, bool> orBefore) => Hold(call => before(call) || orBefore(call));

    private static string Post(string title, int day, params string[] frontMatter) =>
        $"---\ntitle: {title}\ndate: 2024-01-0{day}\npermalink: /{char.ToLowerInvariant(title[0])}/\n{string.Join('\n', frontMatter)}\n---\nText.\n";
}
