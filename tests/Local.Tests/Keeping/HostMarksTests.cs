using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Blobpress.Local.Azurite;
using Blobpress.Local.Keeping;
using Blobpress.Local.Tests.Azurite;
using Blobpress.Publishing;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;

namespace Blobpress.Local.Tests.Keeping;

public sealed class HostMarksTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_host_knows_that_it_is_not_alone()
    {
        var state = await ContainerAsync();
        var first = new HostMarks(state);
        await using var second = new HostMarks(state);
        Assert.Equal((false, true), await first.EnterAsync(Cancel));
        Assert.Equal((false, false), await second.EnterAsync(Cancel));
        await first.LeaveAsync();
        await second.LeaveAsync();
        Assert.Empty(state.GetBlobs(BlobTraits.None, BlobStates.None, null, Cancel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mark_whose_process_is_gone_tells_of_a_crash(bool another)
    {
        var state = await ContainerAsync();
        var mark = new Dictionary<string, string>
        {
            ["machine"] = Uri.EscapeDataString(Environment.MachineName),
            // Another process of that number is not the one that left the mark.
            ["process"] = another ? $"{Environment.ProcessId}" : $"{int.MaxValue}",
            ["started"] = "2020-01-01T00:00:00.0000000+00:00",
        };
        await state.GetBlobClient("locks/hosts/x").UploadAsync(BinaryData.FromString(""), new BlobUploadOptions { Metadata = mark }, Cancel);
        await using var host = new HostMarks(state);
        Assert.Equal((true, true), await host.EnterAsync(Cancel));
        await host.LeaveAsync();
        Assert.Empty(state.GetBlobs(BlobTraits.None, BlobStates.None, null, Cancel));
    }

    [Fact]
    public async Task A_host_of_another_machine_is_alive_while_it_renews_its_mark()
    {
        var state = await ContainerAsync();
        var mark = new Dictionary<string, string> { ["machine"] = "elsewhere", ["process"] = "1", ["started"] = "2020-01-01T00:00:00.0000000+00:00" };
        await state.GetBlobClient("locks/hosts/x").UploadAsync(BinaryData.FromString(""), new BlobUploadOptions { Metadata = mark }, Cancel);
        await using var host = new HostMarks(state);
        Assert.Equal((false, false), await host.EnterAsync(Cancel));
    }

    [Fact]
    public async Task Work_in_other_hands_is_a_lease_a_pending_change_or_a_message()
    {
        await using var storage = await AzuriteProcess.StartAsync(new AzuriteSettings(), Cancel);
        var account = StorageConnectionOf(storage);
        using var fetcher = new ImageFetcher(new ImageFetcherOptions());
        await account.CreateAsync(Cancel);
        var publishers = new Publishers(account, fetcher, new PublishingOptions(), TimeProvider.System);
        var others = new OtherHands(account, publishers.Listings);
        Assert.Null(await others.HoldAsync(Cancel));

        await account.Publish.SendMessageAsync(PublishMessage.Of("a.md"), Cancel);
        await account.Publish.ReceiveMessagesAsync(1, TimeSpan.FromMinutes(1), Cancel);
        Assert.Equal("has messages in hand", await others.HoldAsync(Cancel));

        await new Publishing.Index.PendingChanges(account.Lists, account.Changed).AddAsync("a.md", Cancel);
        Assert.Equal("has changes that lists were not told of", await others.HoldAsync(Cancel));

        var lease = account.State.GetBlobClient("locks/listing");
        await lease.UploadAsync(BinaryData.FromString(""), Cancel);
        await lease.GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: Cancel);
        Assert.Equal("has the lists in hand", await others.HoldAsync(Cancel));
    }

    [Fact]
    public async Task Steps_of_every_kind_are_taken_up_and_what_is_no_message_is_parked()
    {
        await using var storage = await AzuriteProcess.StartAsync(new AzuriteSettings(), Cancel);
        var account = StorageConnectionOf(storage);
        await using var host = new LocalPublisher(storage.ConnectionString, []);
        await host.PrepareAsync(Cancel);
        foreach (var message in new[] { PublishMessage.Of(new RestylingStep("x", null)), PublishMessage.Of(new RestylingStep("x", null, Unlisted: true)), PublishMessage.Of(new RelinkingStep("x", null)), "nonsense" })
        {
            await account.Publish.SendMessageAsync(message, Cancel);
        }

        var (_, unsettled) = await host.PublishAllAsync([], wait: true, Cancel);

        Assert.Null(unsettled);
        var parked = await account.Parked.Single(queue => queue.Name == "publish-post-poison").PeekMessagesAsync(10, Cancel);
        Assert.Equal("nonsense", Assert.Single(parked.Value).Body.ToString());
    }

    [Fact]
    public async Task A_site_that_others_have_in_hand_is_not_up_to_date_until_they_are_done()
    {
        await using var storage = await AzuriteProcess.StartAsync(new AzuriteSettings(), Cancel);
        var account = StorageConnectionOf(storage);
        await using var host = new LocalPublisher(storage.ConnectionString, []) { LongestWait = TimeSpan.FromMilliseconds(50) };
        await host.PrepareAsync(Cancel);
        await account.Publish.SendMessageAsync(PublishMessage.Of("a.md"), Cancel);
        var taken = (await account.Publish.ReceiveMessagesAsync(1, TimeSpan.FromMinutes(1), Cancel)).Value[0];

        var (_, unsettled) = await host.PublishAllAsync([], wait: true, Cancel);
        Assert.Equal("Another host has messages in hand; the site is not up to date before that is done.", unsettled);

        await account.Publish.DeleteMessageAsync(taken.MessageId, taken.PopReceipt, Cancel);
        (_, unsettled) = await host.PublishAllAsync([], wait: true, Cancel);
        Assert.Null(unsettled);
    }

    private static StorageAccount StorageConnectionOf(AzuriteProcess storage) => Publishing.Hosting.StorageConnection.Open(storage.ConnectionString);

    private async Task<BlobContainerClient> ContainerAsync()
    {
        var container = new BlobContainerClient(azurite.ConnectionString, $"m{Guid.NewGuid():n}");
        await container.CreateAsync(cancellationToken: Cancel);
        return container;
    }
}
