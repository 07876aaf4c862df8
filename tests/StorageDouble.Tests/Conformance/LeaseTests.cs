using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Blobpress.StorageDouble.Tests.Conformance;

public abstract class LeaseTests(StorageBackend backend)
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Fact]
    public async Task One_holder_at_a_time_and_the_next_after_its_release()
    {
        var blob = await NewBlobAsync();
        var first = blob.GetBlobLeaseClient();
        await first.AcquireAsync(Minute, cancellationToken: Cancel);
        await Refusal.ExpectAsync(409, "LeaseAlreadyPresent", () => blob.GetBlobLeaseClient().AcquireAsync(Minute, cancellationToken: Cancel));
        await first.AcquireAsync(Minute, cancellationToken: Cancel);
        await first.RenewAsync(cancellationToken: Cancel);
        await first.ReleaseAsync(cancellationToken: Cancel);
        await blob.GetBlobLeaseClient().AcquireAsync(Minute, cancellationToken: Cancel);
    }

    [Fact]
    public async Task A_leased_blob_is_written_with_its_lease_alone()
    {
        var blob = await NewBlobAsync();
        BlobLease lease = await blob.GetBlobLeaseClient().AcquireAsync(Minute, cancellationToken: Cancel);
        var other = Guid.NewGuid().ToString();
        await Refusal.ExpectAsync(412, "LeaseIdMissing", () => PutAsync(blob, null));
        await Refusal.ExpectAsync(412, "LeaseIdMismatchWithBlobOperation", () => PutAsync(blob, other));
        await Refusal.ExpectAsync(412, "LeaseIdMissing", () => blob.DeleteAsync(cancellationToken: Cancel));
        await PutAsync(blob, lease.LeaseId);
        Assert.Equal("text", (await blob.DownloadContentAsync(Cancel)).Value.Content.ToString());
        await blob.DeleteAsync(conditions: new() { LeaseId = lease.LeaseId }, cancellationToken: Cancel);
    }

    [Fact]
    public async Task A_lease_that_is_not_there_fails_the_write_that_names_it()
    {
        var blob = await NewBlobAsync();
        await Refusal.ExpectAsync(412, "LeaseNotPresentWithBlobOperation", () => PutAsync(blob, Guid.NewGuid().ToString()));
    }

    [Fact]
    public async Task Another_holder_can_neither_renew_nor_release()
    {
        var blob = await NewBlobAsync();
        await blob.GetBlobLeaseClient().AcquireAsync(Minute, cancellationToken: Cancel);
        var other = blob.GetBlobLeaseClient();
        await Refusal.ExpectAsync(409, "LeaseIdMismatchWithLeaseOperation", () => other.RenewAsync(cancellationToken: Cancel));
        await Refusal.ExpectAsync(409, "LeaseIdMismatchWithLeaseOperation", () => other.ReleaseAsync(cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_broken_lease_is_free_to_take_but_not_to_renew()
    {
        var blob = await NewBlobAsync();
        var first = blob.GetBlobLeaseClient();
        await first.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Cancel);
        await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Cancel);
        await Refusal.ExpectAsync(409, "LeaseIsBrokenAndCannotBeRenewed", () => first.RenewAsync(cancellationToken: Cancel));
        await blob.GetBlobLeaseClient().AcquireAsync(Minute, cancellationToken: Cancel);
    }

    [Fact]
    public async Task A_breaking_lease_keeps_others_away_until_it_is_broken()
    {
        var blob = await NewBlobAsync();
        var first = blob.GetBlobLeaseClient();
        await first.AcquireAsync(Minute, cancellationToken: Cancel);
        var broken = await first.BreakAsync(TimeSpan.FromSeconds(50), cancellationToken: Cancel);
        Assert.InRange(broken.Value.LeaseTime ?? 0, 45, 50);
        await Refusal.ExpectAsync(409, "LeaseAlreadyPresent", () => blob.GetBlobLeaseClient().AcquireAsync(Minute, cancellationToken: Cancel));
        await Refusal.ExpectAsync(409, "LeaseIsBreakingAndCannotBeAcquired", () => first.AcquireAsync(Minute, cancellationToken: Cancel));
        await Refusal.ExpectAsync(412, "LeaseIdMissing", () => PutAsync(blob, null));
        await PutAsync(blob, first.LeaseId);
    }

    [Fact]
    public async Task Leasing_leaves_the_ETag_alone_and_shows_in_the_properties()
    {
        var blob = await NewBlobAsync();
        BlobProperties before = await blob.GetPropertiesAsync(cancellationToken: Cancel);
        await blob.GetBlobLeaseClient().AcquireAsync(Minute, cancellationToken: Cancel);
        BlobProperties after = await blob.GetPropertiesAsync(cancellationToken: Cancel);
        Assert.Equal(before.ETag, after.ETag);
        Assert.Equal((LeaseState.Available, LeaseState.Leased), (before.LeaseState, after.LeaseState));
        Assert.Equal((LeaseStatus.Unlocked, LeaseStatus.Locked), (before.LeaseStatus, after.LeaseStatus));
    }

    [Fact]
    public async Task A_lease_lasts_15_to_60_seconds()
    {
        var blob = await NewBlobAsync();
        var lease = blob.GetBlobLeaseClient();
        await Refusal.ExpectAsync(400, "InvalidHeaderValue", () => lease.AcquireAsync(TimeSpan.FromSeconds(14), cancellationToken: Cancel));
        await Refusal.ExpectAsync(400, "InvalidHeaderValue", () => lease.AcquireAsync(TimeSpan.FromSeconds(61), cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_lease_needs_a_blob()
    {
        var blob = (await backend.NewContainerAsync()).GetBlobClient("missing");
        await Refusal.ExpectAsync(404, "BlobNotFound", () => blob.GetBlobLeaseClient().AcquireAsync(Minute, cancellationToken: Cancel));
    }

    private static async Task PutAsync(BlobClient blob, string? lease) =>
        await blob.UploadAsync(BinaryData.FromString("text"), new BlobUploadOptions { Conditions = new() { LeaseId = lease } }, Cancel);

    private async Task<BlobClient> NewBlobAsync()
    {
        var blob = (await backend.NewContainerAsync()).GetBlobClient("blob");
        await blob.UploadAsync(BinaryData.FromString("text"), Cancel);
        return blob;
    }
}
