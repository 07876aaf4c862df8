using System.Diagnostics;
using System.Globalization;
using Blobpress.Fuzz;

namespace Blobpress.Benchmarks.Fuzz;

/// <summary>Tries texts of chance for a time: each must have an outcome, within what its size allows.</summary>
internal static class FuzzCommand
{
    // A text has some thousand bytes at most: what takes as long is not linear.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    /// <summary>The exit code: 0 where every text had an outcome.</summary>
    public static int Run(IReadOnlyList<string> options)
    {
        if (options is not ["--minutes", var minutes, "--seed", var first]
            || !double.TryParse(minutes, CultureInfo.InvariantCulture, out var time) || !int.TryParse(first, CultureInfo.InvariantCulture, out var seed))
        {
            Console.Error.WriteLine("usage: fuzz --minutes N --seed S");
            return 2;
        }

        var (clock, tried, wrong) = (Stopwatch.StartNew(), 0, 0);
        for (; clock.Elapsed < TimeSpan.FromMinutes(time); tried++, seed++)
        {
            (string Kind, string Text, Exception Fault)? found = null;
            var taken = ThreadTime.Of(() => found = Chance.Try(seed));
            if (found is var (kind, text, fault))
            {
                wrong++;
                Console.WriteLine($"Seed {seed}, {kind}: {fault}\n{text}\n");
            }
            else if (taken > Slow)
            {
                wrong++;
                Console.WriteLine($"Seed {seed} takes {taken.TotalSeconds:0.0} s.");
            }
        }

        Console.WriteLine($"{tried:N0} seeds up to {seed - 1}, {clock.Elapsed.TotalMinutes:0} minutes; {wrong} went wrong.");
        return wrong == 0 ? 0 : 1;
    }
}
