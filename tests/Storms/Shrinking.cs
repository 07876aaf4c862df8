namespace Blobpress.Storms;

/// <summary>Looks for the shortest history that still goes wrong.</summary>
public static class Shrinking
{
    // Leaving an action out shifts every later choice, so a candidate gets several tries at the same bad luck.
    private const int TriesEach = 15;

    /// <summary>A history that goes wrong and from which nothing can be left out.</summary>
    /// <param name="history">One that goes wrong.</param>
    /// <returns>The shortest found, and what goes wrong in it.</returns>
    public static (History History, string Wrong) Shrink(History history)
    {
        var wrong = Storm.Play(history) ?? throw new ArgumentException("Nothing goes wrong in this history.", nameof(history));
        for (var shrunk = true; shrunk;)
        {
            shrunk = false;
            foreach (var candidate in Candidates(history))
            {
                if (Try(candidate) is { } found)
                {
                    (history, wrong) = found;
                    shrunk = true;
                    break;
                }
            }
        }

        return (history, wrong);
    }

    private static (History History, string Wrong)? Try(History candidate)
    {
        for (var seed = 0; seed < TriesEach; seed++)
        {
            var history = seed == 0 ? candidate : candidate with { Seed = candidate.Seed + seed * 7919 };
            if (Storm.Play(history) is { } wrong)
            {
                return (history, wrong);
            }
        }

        return null;
    }

    private static IEnumerable<History> Candidates(History history)
    {
        if (history.CrashRate > 0)
        {
            yield return history with { CrashRate = 0 };
        }

        if (history.Stalls)
        {
            yield return history with { Stalls = false };
        }

        if (history.FaultRate > 0)
        {
            yield return history with { FaultRate = 0 };
        }

        if (history.Skew > 0)
        {
            yield return history with { Skew = 0 };
        }

        if (history.Sweeping)
        {
            yield return history with { Sweeping = false };
        }

        if (history.Scaling)
        {
            yield return history with { Scaling = false };
        }

        if (history.Processes > 1)
        {
            yield return history with { Processes = history.Processes - 1 };
        }

        for (var size = history.Actions.Count / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= history.Actions.Count; at += size)
            {
                yield return history with { Actions = [.. history.Actions.Take(at), .. history.Actions.Skip(at + size)] };
            }
        }

        for (var at = 0; at < history.Actions.Count; at++)
        {
            if (history.Actions[at].Events != 1)
            {
                yield return history with { Actions = [.. history.Actions.Select((action, index) => index == at ? action with { Events = 1 } : action)] };
            }
        }
    }
}
