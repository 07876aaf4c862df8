using System.Collections.Concurrent;

namespace Blobpress.Storms.Tests;

public sealed class StormTests(ITestOutputHelper output)
{
    private const int Histories = 500;

    [Fact]
    public void After_any_storm_the_site_is_what_a_clean_publish_gives()
    {
        // Another first seed looks at other histories: BLOBPRESS_STORM_SEED=12345 ./test
        var first = int.TryParse(Environment.GetEnvironmentVariable("BLOBPRESS_STORM_SEED"), out var seed) ? seed : 1;
        output.WriteLine($"Histories {first} to {first + Histories - 1}.");
        var wrong = new ConcurrentBag<int>();
        Parallel.For(first, first + Histories, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (number, loop) =>
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
}
