using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues.Models;
using Blobpress.StorageDouble.Simulation;
using Blobpress.StorageDouble.Tests.Conformance;

namespace Blobpress.StorageDouble.Tests.Simulation;

/// <summary>What takes time in Azure, on a clock the tests move.</summary>
public sealed class TimeTests
{
    private readonly SimulatedClock clock = new();
    private readonly StorageAccount account;
    private readonly StorageConnection connection;

    public TimeTests()
    {
        account = new StorageAccount(clock);
        connection = account.Connect();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lease_expires_and_its_holder_may_renew_until_the_blob_is_written()
    {
        var blob = await NewBlobAsync();
        var lease = await AcquireAsync(blob, 15);
        clock.Advance(TimeSpan.FromSeconds(14));
        await Refusal.ExpectAsync(412, "LeaseIdMissing", () => PutAsync(blob, null));
        clock.Advance(TimeSpan.FromSeconds(1));
        await Refusal.ExpectAsync(412, "LeaseLost", () => PutAsync(blob, lease.LeaseId));
        await lease.RenewAsync(cancellationToken: Cancel);

        clock.Advance(TimeSpan.FromSeconds(15));
        await PutAsync(blob, null);

        await Refusal.ExpectAsync(409, "LeaseIdMismatchWithLeaseOperation", () => lease.RenewAsync(cancellationToken: Cancel));
    }

    [Fact]
    public async Task An_expired_lease_is_taken_by_the_next()
    {
        var blob = await NewBlobAsync();
        var first = await AcquireAsync(blob, 15);
        clock.Advance(TimeSpan.FromSeconds(15));
        var second = await AcquireAsync(blob, 30);
        await Refusal.ExpectAsync(409, "LeaseIdMismatchWithLeaseOperation", () => first.RenewAsync(cancellationToken: Cancel));
        await PutAsync(blob, second.LeaseId);
    }

    [Fact]
    public async Task A_renewal_counts_from_its_own_time()
    {
        var blob = await NewBlobAsync();
        var lease = await AcquireAsync(blob, 15);
        clock.Advance(TimeSpan.FromSeconds(10));
        await lease.RenewAsync(cancellationToken: Cancel);
        clock.Advance(TimeSpan.FromSeconds(14));
        await PutAsync(blob, lease.LeaseId);
    }

    [Fact]
    public async Task A_breaking_lease_is_broken_at_its_time()
    {
        var blob = await NewBlobAsync();
        var lease = await AcquireAsync(blob, 60);
        await lease.BreakAsync(TimeSpan.FromSeconds(20), cancellationToken: Cancel);
        clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal(LeaseState.Breaking, (await blob.GetPropertiesAsync(cancellationToken: Cancel)).Value.LeaseState);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(LeaseState.Broken, (await blob.GetPropertiesAsync(cancellationToken: Cancel)).Value.LeaseState);
        await PutAsync(blob, null);
    }

    [Fact]
    public async Task An_infinite_lease_does_not_expire()
    {
        var blob = await NewBlobAsync();
        await blob.GetBlobLeaseClient().AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Cancel);
        clock.Advance(TimeSpan.FromDays(365));
        await Refusal.ExpectAsync(412, "LeaseIdMissing", () => PutAsync(blob, null));
    }

    [Fact]
    public async Task A_message_comes_back_when_its_receiver_does_not_delete_it()
    {
        var queue = connection.Queues.GetQueueClient("work");
        await queue.CreateAsync(cancellationToken: Cancel);
        await queue.SendMessageAsync("x", visibilityTimeout: TimeSpan.FromSeconds(5), timeToLive: TimeSpan.FromSeconds(100), Cancel);
        Assert.False(Assert.Single(account.MessagesOf("work")).IsVisible);
        clock.Advance(TimeSpan.FromSeconds(5));
        QueueMessage first = await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(30), Cancel);
        clock.Advance(TimeSpan.FromSeconds(30));
        QueueMessage second = await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal((1, 2), (first.DequeueCount, second.DequeueCount));
        await Refusal.ExpectAsync(400, "PopReceiptMismatch", () => queue.DeleteMessageAsync(first.MessageId, first.PopReceipt, Cancel));
        clock.Advance(TimeSpan.FromSeconds(65));
        Assert.Empty(account.MessagesOf("work"));
    }

    [Fact]
    public async Task Writes_at_one_instant_have_ETags_of_their_own()
    {
        var blob = await NewBlobAsync();
        var etags = new HashSet<ETag>();
        for (var count = 0; count < 5; count++)
        {
            etags.Add(await PutAsync(blob, null));
        }

        Assert.Equal(5, etags.Count);
    }

    private static async Task<ETag> PutAsync(BlobClient blob, string? lease) =>
        (await blob.UploadAsync(BinaryData.FromString("text"), new BlobUploadOptions { Conditions = new() { LeaseId = lease } }, Cancel)).Value.ETag;

    private static async Task<BlobLeaseClient> AcquireAsync(BlobClient blob, int seconds)
    {
        var lease = blob.GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(seconds), cancellationToken: Cancel);
        return lease;
    }

    private async Task<BlobClient> NewBlobAsync()
    {
        var container = connection.Blobs.GetBlobContainerClient("work");
        await container.CreateAsync(cancellationToken: Cancel);
        await container.GetBlobClient("blob").UploadAsync(BinaryData.FromString("text"), Cancel);
        return container.GetBlobClient("blob");
    }
}
