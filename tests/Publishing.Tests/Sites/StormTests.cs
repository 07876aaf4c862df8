using System.Globalization;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>Whatever authors do and in whatever order publishers hear of it, the site ends as a clean publish of the same sources.</summary>
public sealed class StormTests(AzuriteFixture azurite)
{
    private const int Steps = 15;
    private const int AtOnce = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Ends_as_a_clean_publish(int seed)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        using var fetcher = new ImageFetcher();
        var storm = await NewPublishersAsync(fetcher);
        var sources = await PlayAsync(storm, new Random(seed));

        var clean = await NewPublishersAsync(fetcher);
        foreach (var (name, text) in sources)
        {
            await clean[0].PutAsync(name, text);
        }

        await SettleAsync(clean[0]);
        Assert.Equal("", Snapshot.Differences(
            await Snapshot.OfAsync(clean[0].Account.Web, TestSite.Cancel), await Snapshot.OfAsync(storm[0].Account.Web, TestSite.Cancel)));
    }

    // Each step changes a source and lets several publishers act on old, new and repeated events at once.
    private static async Task<SortedDictionary<string, string>> PlayAsync(IReadOnlyList<TestSite> publishers, Random random)
    {
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var step = 0; step < Steps; step++)
        {
            var name = StormSources.Name(random);
            if (random.Next(4) == 0)
            {
                sources.Remove(name);
                await publishers[0].LoseAsync(name);
            }
            else
            {
                await publishers[0].PutAsync(name, sources[name] = StormSources.Text(name, random));
            }

            var events = Enumerable.Range(0, AtOnce).Select(number => random.Next(3) == 0 ? StormSources.Name(random) : name).ToList();
            await Task.WhenAll(publishers.Zip(events, ActAsync));
        }

        await SettleAsync(publishers[0]);
        return sources;
    }

    private static async Task ActAsync(TestSite publisher, string name)
    {
        await publisher.PublishAsync(name);
        await publisher.SettleAsync();
    }

    private static async Task SettleAsync(TestSite site)
    {
        for (var round = 0; !(await site.SweepAsync(thoroughly: true)).IsClean; round++)
        {
            Assert.True(round < 10, "The site does not come to rest: each sweep finds something to do.");
        }
    }

    private async Task<IReadOnlyList<TestSite>> NewPublishersAsync(ImageFetcher fetcher)
    {
        var (account, clock) = (azurite.NewAccount(), new TestClock());
        TestSite[] publishers = [.. Enumerable.Range(0, AtOnce).Select(_ => new TestSite(account, fetcher, clock))];
        await publishers[0].Account.CreateAsync(TestSite.Cancel);

        // What a storm leaves lying about is old enough to be removed.
        clock.Advance(TimeSpan.FromDays(36_500));
        return publishers;
    }
}
