using System.Globalization;

namespace Blobpress.Benchmarks.Storms;

/// <summary>What to play.</summary>
/// <param name="Histories">How many, 1 or more.</param>
/// <param name="Seed">That of the first; those after it are the next numbers.</param>
/// <param name="Workers">How many are played at once; all cores by default.</param>
/// <param name="All">Go on after one that goes wrong.</param>
internal sealed record StormOptions(long Histories, long Seed, int Workers, bool All)
{
    /// <summary>The options as given, null where one is wrong.</summary>
    public static StormOptions? Parse(IReadOnlyList<string> options)
    {
        var chosen = new StormOptions(1000, 1, Environment.ProcessorCount, false);
        for (var at = 0; at < options.Count; at++)
        {
            if (options[at] == "--all")
            {
                chosen = chosen with { All = true };
                continue;
            }

            if (at + 1 == options.Count || !int.TryParse(options[at + 1], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) || chosen.With(options[at], number) is not { } next)
            {
                return null;
            }

            chosen = next;
            at++;
        }

        return chosen.Histories < 1 || chosen.Workers < 1 || chosen.Seed + chosen.Histories - 1 > int.MaxValue ? null : chosen;
    }

    private StormOptions? With(string option, int number) => option switch
    {
        "--histories" => this with { Histories = number },
        "--seed" => this with { Seed = number },
        "--workers" => this with { Workers = number },
        _ => null,
    };
}
