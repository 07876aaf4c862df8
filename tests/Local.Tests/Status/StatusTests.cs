using Azure.Storage.Blobs;
using Blobpress.Local.Status;
using Blobpress.Local.Tests.Azurite;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Receipts;

namespace Blobpress.Local.Tests.Status;

public sealed class StatusTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private ReceiptStore _receipts = null!;

    public async ValueTask InitializeAsync() => _receipts = new(await azurite.NewContainerAsync(), TimeProvider.System);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_needs_someone_comes_first()
    {
        await WriteAsync(new() { Source = "a.md", Outcome = PublishOutcome.Published, Url = "/a/", Title = "A" });
        await WriteAsync(new() { Source = "b.md", Outcome = PublishOutcome.Draft });
        await WriteAsync(new() { Source = "c.md", Outcome = PublishOutcome.Scheduled, DueAt = DateTimeOffset.UnixEpoch });
        await WriteAsync(new() { Source = "d.md", Outcome = PublishOutcome.Published, Url = "/d/", Images = [new("i", "i", "missing", "404")] });
        await WriteAsync(new() { Source = "e.md", Outcome = PublishOutcome.Rejected, Reasons = [new(2, 8, "No YAML.")] });
        await WriteAsync(new() { Source = "f.md", Outcome = PublishOutcome.Removed });
        var status = await new StatusReader(_receipts).ReadAsync(Cancel);
        Assert.Equal(
            "Rejected e.md; Images missing d.md; Scheduled c.md; Drafts b.md; Published a.md; Removed f.md",
            string.Join("; ", status.Groups.Select(group => $"{group.Heading} {Assert.Single(group.Shown).Source}")));
    }

    [Fact]
    public async Task A_long_section_shows_its_latest()
    {
        for (var number = 0; number < 25; number++)
        {
            await WriteAsync(new() { Source = $"{number}.md", Outcome = PublishOutcome.Removed });
        }

        var removed = Assert.Single((await new StatusReader(_receipts).ReadAsync(Cancel)).Groups);
        Assert.Equal((25, 20), (removed.Count, removed.Shown.Count));
    }

    [Fact]
    public async Task Before_the_first_upload_there_is_nothing()
    {
        var missing = new BlobContainerClient(azurite.ConnectionString, "missing");
        Assert.Empty((await new StatusReader(new(missing, TimeProvider.System)).ReadAsync(Cancel)).Groups);
    }

    [Fact]
    public void The_page_names_file_line_column_and_reason_and_trusts_no_text()
    {
        var rejected = new Receipt
        {
            Source = "notes/<潮>.md",
            Outcome = PublishOutcome.Rejected,
            Url = "/a/?\"",
            Title = "<script>",
            Reasons = [new(2, 8, "Not \"YAML\" <b>.")],
            Images = [new("http://x/<i>", "o", "missing", "404")],
        };
        var page = StatusPage.Render(new([new("Rejected", 1, [rejected])], null));
        Assert.Contains("notes/&lt;潮&gt;.md:2:8:</span> Not &quot;YAML&quot; &lt;b&gt;.", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/a/?&quot;\">&lt;script&gt;</a>", page, StringComparison.Ordinal);
        Assert.Contains("Image http://x/&lt;i&gt;: 404", page, StringComparison.Ordinal);
        Assert.Contains("The last good version is still shown.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    private Task WriteAsync(PublishReport report) => _receipts.WriteAsync(report, DateTimeOffset.UtcNow, Cancel);
}
