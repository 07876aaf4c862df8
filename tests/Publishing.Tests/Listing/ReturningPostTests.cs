using Blobpress.Publishing.Posts;
using Blobpress.StorageDouble.Simulation;

namespace Blobpress.Publishing.Tests.Listing;

/// <summary>Posts that come back just as they were, while the lists were told but half of their going.</summary>
public sealed class ReturningPostTests
{
    private const string Harbour = "---\ntitle: Harbour\ndate: 2025-12-31\npermalink: /u/\ntags: sea\n---\nText.\n";
    private const string Older = "---\ntitle: Older\ndate: 2024-01-01\npermalink: /older/\n---\nText.\n";

    [Fact]
    public async Task A_post_that_lost_its_URL_for_a_while_is_in_all_lists_again()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("harbour.md", Harbour);
        await site.UploadAsync("older.md", Older);
        await site.SweepAsync();
        var before = site.Files();

        // An earlier post takes the URL, and lets go of it before the lists heard of anything.
        await site.UploadAsync("rival.md", "---\ntitle: Rival\ndate: 2023-01-01\npermalink: /u/\n---\nText.\n");
        Assert.Equal(PublishOutcome.Rejected, (await site.PublishAsync("harbour.md")).Outcome);
        await site.UploadAsync("rival.md", "---\ntitle: Rival\ndraft: true\n---\nText.\n");

        // The lists lose the post, but the run ends just before it notes so.
        site.Faults = call => IsNoteOf("harbour.md", call.ToString()) ? Fault.ServerBusy : null;
        await Assert.ThrowsAsync<Azure.RequestFailedException>(site.ListAsync);
        site.Faults = null;
        Assert.Equal(PublishOutcome.Published, (await site.PublishAsync("harbour.md")).Outcome);

        await site.ListAsync();
        Assert.Equal(before, site.Files());
    }

    private static bool IsNoteOf(string name, string call) =>
        call.Contains($"PartitionKey='{Storage.TableKey.Of(name)}'", StringComparison.Ordinal) && call.Contains("RowKey='indexed'", StringComparison.Ordinal);
}
