using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Blobpress.Storms;

namespace Blobpress.Benchmarks.Storms;

/// <summary>
/// Plays as many storms as one likes, on several workers. A history is a function of its seed, so what is found is the same
/// for any number of workers; the lowest seed that leaves another site than a clean publish is shrunk and shown.
/// </summary>
internal static class StormCommand
{
    /// <summary>Plays histories from a seed on.</summary>
    /// <returns>0 where all came out right, 1 where one did not, 2 for a wrong option.</returns>
    public static int Run(string[] options)
    {
        if (StormOptions.Parse(options) is not { } chosen)
        {
            Console.Error.WriteLine("storm takes --histories N, --seed S and --workers N, whole numbers, and --all to go on after a history that goes wrong.");
            return 2;
        }

        var watch = Stopwatch.StartNew();
        var wrong = new ConcurrentBag<int>();
        var played = Play(chosen, wrong, watch);
        var seeds = wrong.Order().ToList();
        if (!chosen.All)
        {
            // A worker may have found a later one before another came to the first.
            seeds = [.. seeds.Take(1)];
        }

        Console.WriteLine(FormattableString.Invariant($"{played} histories from seed {chosen.Seed} on, {watch.Elapsed.TotalSeconds:0} s; {seeds.Count} went wrong."));
        seeds.ForEach(seed => Console.WriteLine(FormattableString.Invariant($"History {seed} goes wrong.")));
        if (seeds.Count > 0)
        {
            Show(seeds[0]);
        }

        return seeds.Count > 0 ? 1 : 0;
    }

    private static int Play(StormOptions options, ConcurrentBag<int> wrong, Stopwatch watch)
    {
        var played = 0;
        Parallel.For(options.Seed, options.Seed + options.Histories, new ParallelOptions { MaxDegreeOfParallelism = options.Workers }, (number, loop) =>
        {
            if (Storm.Play(Histories.Of((int)number)) is not null)
            {
                wrong.Add((int)number);
                if (options.All)
                {
                    Console.WriteLine(FormattableString.Invariant($"History {number} goes wrong."));
                }
                else
                {
                    loop.Break();
                }
            }

            Progress(Interlocked.Increment(ref played), watch);
        });
        return played;
    }

    private static void Show(int seed)
    {
        var history = Histories.Of(seed);
        Console.WriteLine($"{Storm.Play(history)}\n{history}\nLooking for the shortest like it ...");
        var (shrunk, what) = Shrinking.Shrink(history);
        Console.WriteLine($"{shrunk}\n{what}");
    }

    private static void Progress(int played, Stopwatch watch)
    {
        if (played % 500 == 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{played} histories, {played / watch.Elapsed.TotalSeconds:0.0} a second"));
        }
    }
}
