using System.Globalization;
using System.Text;

namespace Blobpress.Storms;

/// <summary>A storm: what authors do, and how bad the weather is. With its seed it says everything that happens.</summary>
/// <param name="Seed">Chooses every order, fault, crash and pause.</param>
/// <param name="Processes">How many publishers work at once, 1 or more.</param>
/// <param name="FaultRate">The probability that a request of a publisher fails, 0 to 1.</param>
/// <param name="CrashRate">The probability at each turn that a process crashes, 0 to 1.</param>
/// <param name="Stalls">
/// True where any process may stand still for longer than its lease lasts, and go on then. Readers may then meet a page a
/// moment before what it links to, so only the end of it is looked at.
/// </param>
/// <param name="Actions">What authors do, in this order.</param>
public sealed record History(int Seed, int Processes, double FaultRate, double CrashRate, bool Stalls, IReadOnlyList<AuthorAction> Actions)
{
    /// <summary>By how many seconds the publishers' clocks are off at most.</summary>
    public int Skew { get; init; }

    /// <summary>True where there is always a sweep under way.</summary>
    public bool Sweeping { get; init; }

    /// <summary>True where publishers come and go, so that now fewer and now all of them take up work.</summary>
    public bool Scaling { get; init; }

    /// <summary>True where now and then no queue is looked at for a long while, so that lists take many changes in at once.</summary>
    public bool Bursts { get; init; }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {Seed}, {Processes} publishers, {FaultRate:P1} of the requests fail, {CrashRate:P1} crashes a turn{(Stalls ? ", stalls" : "")}{(Skew > 0 ? $", clocks off by {Skew} s" : "")}{(Sweeping ? ", sweeping" : "")}{(Scaling ? ", scaling" : "")}{(Bursts ? ", bursts" : "")}");
        for (var at = 0; at < Actions.Count; at++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {at + 1}. {Actions[at]}");
        }

        return text.ToString();
    }
}
