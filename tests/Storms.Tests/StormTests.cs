using System.Collections.Concurrent;

namespace Blobpress.Storms.Tests;

public sealed class StormTests(ITestOutputHelper output)
{
    private const int Histories = 1000;
    private const int HistoriesOverTheWire = 8;

    // Another first seed looks at other histories: BLOBPRESS_STORM_SEED=12345 ./test
    private static int First { get; } = int.TryParse(Environment.GetEnvironmentVariable("BLOBPRESS_STORM_SEED"), out var seed) ? seed : 1;

    [Fact]
    public void After_any_storm_the_site_is_what_a_clean_publish_gives()
    {
        output.WriteLine($"Histories {First} to {First + Histories - 1}.");
        var wrong = new ConcurrentBag<int>();
        Parallel.For(First, First + Histories, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (number, loop) =>
        {
            if (Storm.Play(Storms.Histories.Of(number)) is not null)
            {
                wrong.Add(number);
                loop.Stop();
            }
        });

        if (wrong.TryPeek(out var bad))
        {
            var (history, what) = Shrinking.Shrink(Storms.Histories.Of(bad));
            Assert.Fail($"History {bad} goes wrong. Shrunk:\n{history}\n{what}");
        }
    }

    [Fact]
    public void A_history_is_the_same_whether_requests_go_through_the_SDKs_or_round_them()
    {
        for (var number = First; number < First + HistoriesOverTheWire; number++)
        {
            var history = Storms.Histories.Of(number);
            var (direct, wire) = (Storm.Record(history, overTheWire: false), Storm.Record(history, overTheWire: true));
            Assert.Equal(wire.Requests, direct.Requests);
            Assert.Equal(wire.Wrong, direct.Wrong);
        }
    }
}
