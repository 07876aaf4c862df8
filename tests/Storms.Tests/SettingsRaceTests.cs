namespace Blobpress.Storms.Tests;

public sealed class SettingsRaceTests
{
    private const int Races = 150;

    // Another first seed looks at other races: BLOBPRESS_STORM_SEED=12345 ./test
    private static int First { get; } = int.TryParse(Environment.GetEnvironmentVariable("BLOBPRESS_STORM_SEED"), out var seed) ? seed : 1;

    [Fact]
    public void Posts_follow_settings_that_change_while_they_come_without_waiting_for_a_sweep() =>
        Parallel.For(First, First + Races, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            if (SettingsRace.Play(seed) is { } wrong)
            {
                Assert.Fail($"Race {seed}: {wrong}");
            }
        });
}
