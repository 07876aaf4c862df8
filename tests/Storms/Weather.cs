using Azure;
using Blobpress.StorageDouble.Simulation;

namespace Blobpress.Storms;

/// <summary>What can go wrong with storage.</summary>
internal static class Weather
{
    /// <summary>Everything but crashes, which come by themselves.</summary>
    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new Fault.Answer(409, "Conflict"), new Fault.Answer(412, "ConditionNotMet"),
        Fault.TooManyRequests, Fault.InternalError, Fault.ServerBusy,
        Fault.Timeout, Fault.ConnectionReset, Fault.AnswerLost, Fault.AnswerTimedOut,
    ];

    /// <summary>True for what storage does to a caller; false for a mistake of the caller's own.</summary>
    public static bool IsStorageFault(Exception fault) => fault switch
    {
        AggregateException several => several.InnerExceptions.All(IsStorageFault),
        RequestFailedException or TaskCanceledException => true,
        _ => false,
    };
}
