using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Pure;

/// <summary>
/// What is worked out of authors' bytes without waiting for anything: whatever goes wrong in it is a fault of these bytes, and
/// holds up nothing else. It has a thread and a stack of its own, a deadline, and a share of memory by its size.
/// </summary>
internal static class PureWork
{
    /// <summary>The computing time that one piece of work has; twice what 4 MB of the strangest text take.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private const int MaxMessage = 300;

    /// <summary>Works it out; or the reason why it can't be, for the author.</summary>
    /// <param name="what">What it is made of, as the reason begins: "The post".</param>
    /// <param name="bytes">The size of what it is made of; large ones wait for each other.</param>
    /// <param name="work">Waits for nothing, writes nothing, and may be ended at any point.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The run ends.</exception>
    public static (T? Made, Reason? Fault) Try<T>(string what, long bytes, Func<T> work, CancellationToken cancel)
        where T : class
    {
        var (made, fault) = Attempt(bytes, work, cancel);
        if (fault is OutOfMemoryException)
        {
            // Others may have taken the memory: what is right must not be refused for them.
            (made, fault) = Attempt(MemoryShares.All, work, cancel);
        }

        return (made, fault is null ? null : new(0, 0, Say(what, fault)));
    }

    private static (T? Made, Exception? Fault) Attempt<T>(long bytes, Func<T> work, CancellationToken cancel)
        where T : class
    {
        using var share = MemoryShares.Take(bytes, cancel);
        T? made = null;
        var fault = PureThread.Run(() => made = work(), Deadline, cancel);
        return fault is null ? (made, null) : (null, fault);
    }

    private static string Say(string what, Exception fault) => fault switch
    {
        LimitException => fault.Message,
        TimeoutException => $"{what} takes too long: it was given up after {Deadline.TotalSeconds} seconds of work.",
        OutOfMemoryException => $"{what} takes more memory than there is.",
        InsufficientExecutionStackException => $"{what} nests too deeply.",
        // No kind is excepted: a parser can throw anything, and a fault that is thrown on would end the whole run at each start.
        _ => $"{what} could not be processed: {fault.GetType().Name}: {Short(fault.Message)}",
    };

    // Some messages quote the whole text.
    private static string Short(string message) => message.Length <= MaxMessage ? message : message[..MaxMessage] + "…";
}
