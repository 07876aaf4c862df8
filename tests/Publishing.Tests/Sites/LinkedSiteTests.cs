using System.Globalization;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Storage;
using Blobpress.StorageDouble.Simulation;
using Blobpress.StorageDouble.Tracing;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>What links between posts cost, and that it is bounded.</summary>
public sealed class LinkedSiteTests : IDisposable
{
    private const int Posts = 210;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly StorageDouble.StorageAccount _stored = new(new SimulatedClock());
    private readonly ImageFetcher _fetcher = new();
    private readonly StorageAccount _account;
    private readonly Publishers _publishers;

    public LinkedSiteTests()
    {
        var connection = _stored.Connect();
        _account = new(connection.Blobs, connection.Queues, connection.Tables);
        _publishers = new(_account, _fetcher, new(), TimeProvider.System);
    }

    public void Dispose() => _fetcher.Dispose();

    [Fact]
    public async Task However_many_link_to_a_post_each_step_is_bounded()
    {
        await _account.CreateAsync(Cancel);
        for (var number = 0; number < Posts; number++)
        {
            await UploadAsync($"p{number}.md", "[x](target.md)");
        }

        await UploadAsync("target.md", "Here.", "/one/");
        await WorkAsync();
        Assert.Equal(Posts, Pages("<a href=\"/one/\">x"));

        await UploadAsync("target.md", "Here.", "/two/");
        Assert.InRange(await WorkAsync(), 200, 202);
        Assert.Equal((0, Posts), (Pages("<a href=\"/one/\">x"), Pages("<a href=\"/two/\">x")));

        await _account.Posts.DeleteBlobAsync("target.md", cancellationToken: Cancel);
        await _publishers.Sources.PublishAsync("target.md", Cancel);
        await WorkAsync();
        Assert.Equal(0, Pages("<a href=\"/two/\">x"));
        Assert.True((await _publishers.Sweep.RunThoroughlyAsync(Cancel)).IsClean);
    }

    [Theory]
    [InlineData("Text.")]
    [InlineData("[x](https://example.org/) [y](#p)\n\n## P")]
    public async Task A_post_that_links_to_no_other_takes_no_request_more(string body)
    {
        using var other = new LinkedSiteTests();
        var without = await other.CountAsync("Text.", body);
        var with = await CountAsync("[x](a.md) [y](other.md) {% post_link third %}", body);

        Assert.Equal(without.ByKind.OrderBy(kind => kind.Key), with.ByKind.OrderBy(kind => kind.Key));
    }

    [Fact]
    public async Task Of_a_crowd_of_one_name_each_is_linked_to_by_its_path()
    {
        await _account.CreateAsync(Cancel);
        for (var number = 0; number < 130; number++)
        {
            await UploadAsync($"f{number}/readme.md", "Text.", $"/r{number}/", new DateTime(2020, 1, 1).AddDays(number));
        }

        await UploadAsync("f3/a.md", "[x](readme.md) [y](/f7/readme.md) {% post_link readme %}");
        await WorkAsync();

        Assert.Equal(1, Pages("<p><a href=\"/r3/\">x</a> <a href=\"/r7/\">y</a> <a href=\"/r129/\">"));
    }

    [Fact]
    public async Task Posts_that_were_listed_before_there_were_links_are_found_when_they_change_and_can_go()
    {
        await _account.CreateAsync(Cancel);
        await UploadAsync("a.md", "Text.", "/a/");
        await UploadAsync("b.md", "Text.", "/b/");
        await WorkAsync();
        foreach (var row in _stored.EntitiesOf("lists").Where(row => row.PartitionKey == "sitemap" && row.RowKey[0] == 'h').ToList())
        {
            await _account.Lists.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancel);
        }

        await _account.Posts.DeleteBlobAsync("a.md", cancellationToken: Cancel);
        await _publishers.Sources.PublishAsync("a.md", Cancel);
        await UploadAsync("b.md", "Text.", "/c/");
        await UploadAsync("d.md", "[x](b.md)");
        await WorkAsync();

        Assert.Equal(1, Pages("<a href=\"/c/\">x</a>"));
        Assert.Equal(2, _stored.EntitiesOf("lists").Count(row => row.PartitionKey == "sitemap" && row.RowKey[0] == 'h'));
    }

    // Of a post beside another one.
    private async Task<OperationCounts> CountAsync(string beside, string body)
    {
        await _account.CreateAsync(Cancel);
        await UploadAsync("b.md", beside);
        await WorkAsync();
        var before = _stored.Trace.Counts;
        await UploadAsync("c.md", body);
        await WorkAsync();
        return _stored.Trace.Counts - before;
    }

    private int Pages(string part) => _stored.Snapshot("$web").Count(file =>
        file.Key.EndsWith("/index.html", StringComparison.Ordinal) && BinaryData.FromBytes(file.Value.Content).ToString().Contains(part, StringComparison.Ordinal));

    private async Task UploadAsync(string name, string body, string? permalink = null, DateTime? date = null)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"---\ntitle: T\n{(permalink is null ? "" : $"permalink: {permalink}\n")}date: {date ?? new DateTime(2020, 1, 1):yyyy-MM-dd}\n---\n{body}\n");
        await _account.Posts.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Cancel);
        await _publishers.Sources.PublishAsync(name, Cancel);
    }

    // How many messages waited at most.
    private async Task<int> WorkAsync()
    {
        var most = 0;
        do
        {
            await _publishers.Listings.RunAsync(Cancel);
            while ((await _account.Publish.ReceiveMessageAsync(TimeSpan.FromMinutes(1), Cancel)).Value is { } message)
            {
                await _publishers.Messages.TakeUpAsync(message.Body.ToString(), Cancel);
                await _account.Publish.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
                most = Math.Max(most, _stored.MessagesOf("publish-post").Count);
            }

            await _publishers.Listings.RunAsync(Cancel);
        }
        while (_stored.MessagesOf("publish-post").Count > 0);
        return most;
    }
}
