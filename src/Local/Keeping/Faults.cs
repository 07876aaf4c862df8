using System.Collections.Concurrent;
using Azure;

namespace Blobpress.Local.Keeping;

/// <summary>The names that storage failed for in a run: one that fails is no reason to leave the others, many are storage itself.</summary>
internal sealed class Faults
{
    private const int MostNames = 20;

    private readonly ConcurrentDictionary<string, Exception> _byName = new(StringComparer.Ordinal);

    /// <summary>True where nothing failed that did not succeed since.</summary>
    public bool AreNone => _byName.IsEmpty;

    /// <summary>A sentence about one of them; null where there is none.</summary>
    public string? Sentence =>
        _byName.OrderBy(fault => fault.Key, StringComparer.Ordinal).FirstOrDefault() is { Key: { } name, Value: var fault }
            ? $"The storage failed for {name}: {FaultText.FirstLine(fault)}"
            : null;

    /// <summary>Does a piece of work about a name and notes whether storage failed.</summary>
    /// <exception cref="Exception">Whatever the work throws.</exception>
    public async Task NoteAsync(string name, Func<Task> work)
    {
        try
        {
            await work();
            _byName.TryRemove(name, out _);
        }
        catch (Exception fault) when (IsAboutStorage(fault))
        {
            _byName[name] = fault;
            throw;
        }
    }

    /// <summary>Does a piece of work that is found again where it fails.</summary>
    /// <exception cref="Exception">What it throws where that is no fault of storage, or storage has failed too often.</exception>
    public async Task TolerateAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (IsAboutStorage(fault) && _byName.Count <= MostNames)
        {
            // It is named; the sweep finds it again, and all others go on.
        }
    }

    // The SDK throws an aggregate of all its tries, and the queue one of all that failed.
    private static bool IsAboutStorage(Exception fault) => fault switch
    {
        // Or no message of ours, which is parked.
        RequestFailedException or FormatException => true,
        AggregateException several => several.InnerExceptions.All(IsAboutStorage),
        _ => false,
    };
}
