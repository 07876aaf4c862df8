using System.Diagnostics;
using System.Globalization;
using Blobpress.Storms;

namespace Blobpress.Benchmarks.Storms;

/// <summary>Plays as many storms as one likes; the first that leaves another site than a clean publish is shrunk and shown.</summary>
internal static class StormCommand
{
    private const int FewHistories = 1000;

    /// <summary>Plays histories from a seed on.</summary>
    /// <returns>0 where all came out right, 1 at the first difference, 2 for a wrong option.</returns>
    public static int Run(string[] options)
    {
        if (Number(options, "--histories", FewHistories) is not { } count || count < 1 || Number(options, "--seed", 1) is not { } seed || options.Length % 2 != 0)
        {
            Console.Error.WriteLine("storm takes --histories N and --seed S, both whole numbers.");
            return 2;
        }

        var watch = Stopwatch.StartNew();
        var (played, bad) = (0, int.MaxValue);
        var gate = new Lock();
        Parallel.For(seed, seed + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (number, loop) =>
        {
            if (Storm.Play(Histories.Of(number)) is not null)
            {
                lock (gate)
                {
                    bad = Math.Min(bad, number);
                }

                loop.Break();
            }

            Progress(Interlocked.Increment(ref played), watch);
        });

        Console.WriteLine(FormattableString.Invariant($"{played} histories from seed {seed} on, {watch.Elapsed.TotalSeconds:0} s."));
        return bad == int.MaxValue ? 0 : Show(bad);
    }

    private static int Show(int seed)
    {
        Console.WriteLine(FormattableString.Invariant($"History {seed} goes wrong:\n{Storm.Play(Histories.Of(seed))}\n{Histories.Of(seed)}\nLooking for the shortest like it ..."));
        var (history, wrong) = Shrinking.Shrink(Histories.Of(seed));
        Console.WriteLine(history);
        Console.WriteLine(wrong);
        return 1;
    }

    private static void Progress(int played, Stopwatch watch)
    {
        if (played % 500 == 0)
        {
            Console.WriteLine(FormattableString.Invariant($"{played} histories, {played / watch.Elapsed.TotalSeconds:0} a second"));
        }
    }

    private static int? Number(string[] options, string name, int otherwise)
    {
        var at = Array.IndexOf(options, name);
        return at < 0 ? otherwise
            : at + 1 < options.Length && int.TryParse(options[at + 1], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
            : null;
    }
}
