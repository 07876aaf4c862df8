using Blobpress.StorageDouble.Tracing;

namespace Blobpress.StorageDouble.Simulation;

/// <summary>
/// Runs code against a storage account as a function of a seed. Every request waits; <see cref="Step"/> chooses one,
/// performs it, and its caller goes on within the call until it waits for its next request. All of it happens on the
/// one thread that calls <see cref="Start"/>, <see cref="Step"/> and <see cref="RunUntilIdle"/>.
/// </summary>
/// <remarks>
/// The code under test may await storage, and delays on a <see cref="SimulatedClock"/>; whatever resumes on another
/// thread (Task.Run, Task.Yield, SemaphoreSlim, channels, timers of the system's clock) is found out at its next
/// request, which throws <see cref="SimulationException"/>.
/// </remarks>
public sealed class Scheduler
{
    private readonly Func<int> choose;
    private readonly SimulatedClock? clock;
    private readonly List<PendingRequest> pending = [];
    private readonly List<int> choices = [];
    private int? thread;

    /// <summary>Chooses by a seeded random number.</summary>
    /// <param name="seed">The same seed gives the same history.</param>
    /// <param name="clock">A clock to move on to its next timer whenever no request waits; null to leave time alone.</param>
    public Scheduler(int seed, SimulatedClock? clock = null)
    {
        var random = new Random(seed);
        choose = () => Held is { } held ? Choose(random, held) : random.Next(pending.Count);
        this.clock = clock;
    }

    /// <summary>Chooses as it is told, for replaying <see cref="Choices"/> or for a shrunk history.</summary>
    /// <param name="choose">Given the waiting requests, oldest first (at least one), the index of the next.</param>
    /// <param name="clock">As above.</param>
    public Scheduler(Func<IReadOnlyList<StorageCall>, int> choose, SimulatedClock? clock = null)
    {
        this.choose = () => choose(Waiting);
        this.clock = clock;
    }

    /// <summary>The index chosen at each step so far.</summary>
    public IReadOnlyList<int> Choices => choices;

    /// <summary>The requests that wait, oldest first.</summary>
    public IReadOnlyList<StorageCall> Waiting => pending.ConvertAll(request => request.Call);

    /// <summary>Says which requests are not to be chosen for now, as if their process stood still; null for none.</summary>
    public Predicate<StorageCall>? Held { get; set; }

    /// <summary>How many requests wait.</summary>
    public int WaitingCount => pending.Count;

    /// <summary>Runs the code up to its first request. Exceptions end up in the task.</summary>
    public Task Start(Func<Task> body) => OnThread(body);

    /// <summary>Performs one request; where none waits, fires the clock's next timer. Returns false when neither is there.</summary>
    public bool Step() => OnThread(() =>
    {
        if (pending.Count == 0)
        {
            return clock?.FireNext() ?? false;
        }

        var index = choose();
        if (index < 0)
        {
            return clock?.FireNext() ?? false;
        }

        choices.Add(index);
        var chosen = pending[index];
        pending.RemoveAt(index);
        chosen.Perform();
        return true;
    });

    /// <summary>Steps until nothing waits. Returns the number of steps.</summary>
    /// <param name="limit">The most steps to take.</param>
    /// <exception cref="SimulationException">The limit was reached.</exception>
    public int RunUntilIdle(int limit = 1_000_000)
    {
        var steps = 0;
        while (Step())
        {
            if (++steps == limit)
            {
                throw new SimulationException($"Still not idle after {limit} steps.");
            }
        }

        return steps;
    }

    /// <summary>Starts all bodies in order and steps until all have ended; the first exception among them is thrown.</summary>
    /// <exception cref="SimulationException">Nothing waits any more, yet a body has not ended.</exception>
    public void Run(params IReadOnlyList<Func<Task>> bodies)
    {
        var tasks = bodies.Select(Start).ToList();
        while (!tasks.TrueForAll(task => task.IsCompleted))
        {
            if (!Step())
            {
                throw new SimulationException("Nothing waits for storage, yet the code has not ended: it waits for something else, or its process crashed.");
            }
        }

        foreach (var task in tasks)
        {
            task.GetAwaiter().GetResult();
        }
    }

    internal ValueTask Park(PendingRequest request)
    {
        if (thread != Environment.CurrentManagedThreadId)
        {
            throw new SimulationException($"A request came from outside the simulation's thread ({request.Call}).");
        }

        pending.Add(request);
        return new ValueTask(request.Completed);
    }

    internal void Drop(StorageConnection crashed) => pending.RemoveAll(request => request.Connection == crashed);

    private int Choose(Random random, Predicate<StorageCall> held)
    {
        var free = pending.Count(request => !held(request.Call));
        var chosen = free == 0 ? -1 : random.Next(free);
        return free == 0 ? -1 : pending.FindIndex(request => !held(request.Call) && chosen-- == 0);
    }

    private T OnThread<T>(Func<T> action)
    {
        var context = SynchronizationContext.Current;
        var outer = thread;
        // A test framework's context would carry continuations to another thread.
        SynchronizationContext.SetSynchronizationContext(null);
        thread = Environment.CurrentManagedThreadId;
        try
        {
            return action();
        }
        finally
        {
            thread = outer;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
