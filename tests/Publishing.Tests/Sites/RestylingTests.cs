using System.Globalization;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.StorageDouble.Simulation;

namespace Blobpress.Publishing.Tests.Sites;

public sealed class RestylingTests : IDisposable
{
    private const int Posts = 430;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly StorageDouble.StorageAccount _stored = new(new SimulatedClock());
    private readonly ImageFetcher _fetcher = new();
    private readonly StorageAccount _account;
    private readonly Publishers _publishers;

    public RestylingTests()
    {
        var connection = _stored.Connect();
        _account = new(connection.Blobs, connection.Queues, connection.Tables);
        _publishers = new(_account, _fetcher, new(), TimeProvider.System);
    }

    public void Dispose() => _fetcher.Dispose();

    [Fact]
    public async Task Posts_follow_new_settings_at_once_newest_first_and_few_at_a_time()
    {
        await _account.CreateAsync(Cancel);
        for (var number = 0; number < Posts; number++)
        {
            await UploadAsync(Name(number), string.Create(CultureInfo.InvariantCulture, $"---\ntitle: T{number}\ndate: {new DateTime(2020, 1, 1).AddDays(number):yyyy-MM-dd}\n---\nBody.\n"));
        }

        await WorkAsync();
        await UploadAsync("site.yml", "title: Another title\n");
        var (order, most) = await WorkAsync();

        Assert.Equal(Enumerable.Range(0, Posts).Reverse().Select(Name), order);
        Assert.InRange(most, 1, 202);
        Assert.All(_stored.Snapshot("$web").Where(file => file.Key.EndsWith("/index.html", StringComparison.Ordinal)), file =>
            Assert.Contains("Another title", BinaryData.FromBytes(file.Value.Content).ToString(), StringComparison.Ordinal));
        Assert.True((await _publishers.Sweep.RunThoroughlyAsync(Cancel)).IsClean);
    }

    [Fact]
    public async Task A_comparison_ends_where_another_look_is_in_force()
    {
        await _account.CreateAsync(Cancel);
        await UploadAsync("a.md", "---\ntitle: A\ndate: 2020-01-01\n---\nBody.\n");
        await WorkAsync();
        Assert.Null(await _publishers.Messages.TakeUpAsync(PublishMessage.Of(new RestylingStep("of yesterday", null)), Cancel));
        Assert.Empty(_stored.MessagesOf("publish-post"));
    }

    [Fact]
    public async Task Settings_that_change_nothing_ask_for_nothing()
    {
        await _account.CreateAsync(Cancel);
        await UploadAsync("a.md", "---\ntitle: A\ndate: 2020-01-01\n---\nBody.\n");
        await UploadAsync("site.yml", "title: One\n");
        await WorkAsync();
        await UploadAsync("site.yml", "title: One\n");
        Assert.Empty(_stored.MessagesOf("publish-post"));
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}.md");

    private async Task UploadAsync(string name, string text)
    {
        await _account.Posts.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Cancel);
        await _publishers.Sources.PublishAsync(name, Cancel);
    }

    // What was published in which order, and how many messages waited at most.
    private async Task<(IReadOnlyList<string> Order, int Most)> WorkAsync()
    {
        var (order, most) = (new List<string>(), 0);
        do
        {
            await _publishers.Listings.RunAsync(Cancel);
            while ((await _account.Publish.ReceiveMessageAsync(TimeSpan.FromMinutes(1), Cancel)).Value is { } message)
            {
                if (await _publishers.Messages.TakeUpAsync(message.Body.ToString(), Cancel) is { Repeated: false } report)
                {
                    order.Add(report.Source);
                }

                await _account.Publish.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
                most = Math.Max(most, _stored.MessagesOf("publish-post").Count);
            }

            await _publishers.Listings.RunAsync(Cancel);
        }
        while (_stored.MessagesOf("publish-post").Count > 0);
        return (order, most);
    }
}
