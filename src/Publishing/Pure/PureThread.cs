using System.Diagnostics.CodeAnalysis;
using System.Runtime;

namespace Blobpress.Publishing.Pure;

/// <summary>A thread with a stack of known size, which works for one caller after the other, each of whom waits for it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The events have no handle unless one is asked for, and one thread may still wait when the other is done.")]
internal sealed class PureThread
{
    // What nests as deeply as the parsers allow takes a tenth of it.
    private const int StackBytes = 16 * 1024 * 1024;

    private const int MostIdle = 16;

    // Where nothing but a machine that does other things keeps the work from its computing time, it may last so many times as long.
    private const int Patience = 6;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // An end that was asked for comes in milliseconds, unless the thread is within the system.
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(2);

    private static readonly Stack<PureThread> Idle = [];

    private readonly ManualResetEventSlim _begin = new();
    private readonly ManualResetEventSlim _done = new();
    private ThreadClock? _clock;
    private Action _work = () => { };
    private CancellationTokenSource _end = new();
    private Exception? _fault;
    private bool _leaves;

    private PureThread() => new Thread(Loop, StackBytes) { IsBackground = true, Name = "pure work" }.Start();

    /// <summary>Does a piece of work while the caller waits, on its thread: so a simulation sees nothing of it.</summary>
    /// <param name="work">The work.</param>
    /// <param name="deadline">The computing time after which it is ended.</param>
    /// <param name="cancel">Ends the work and the wait.</param>
    /// <returns>What it threw, <see cref="TimeoutException"/> where it was ended, or null.</returns>
    /// <exception cref="OperationCanceledException">By <paramref name="cancel"/>.</exception>
    public static Exception? Run(Action work, TimeSpan deadline, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        PureThread? thread;
        lock (Idle)
            Idle.TryPop(out thread);
        return (thread ?? new()).Do(work, deadline, cancel);
    }

    private Exception? Do(Action work, TimeSpan deadline, CancellationToken cancel)
    {
        (_work, _fault, _end) = (work, null, new());
        var begun = Environment.TickCount64;
        TimeSpan? before = null;
        _done.Reset();
        _begin.Set();
        try
        {
            while (!_done.Wait(Look, cancel))
            {
                var lasted = TimeSpan.FromMilliseconds(Environment.TickCount64 - begun);
                var used = _clock?.Used ?? lasted;
                // What it did before is asked for when it matters: until the first look it can't have worked longer than that lasted.
                before ??= used - TimeSpan.FromTicks(Math.Min(used.Ticks, lasted.Ticks));
                if (used - before > deadline || lasted > deadline * Patience)
                    return End(new TimeoutException());
            }
        }
        catch (OperationCanceledException ended)
        {
            End(ended);
            throw;
        }

        var fault = _fault;
        Rest();
        if (fault is OperationCanceledException)
            cancel.ThrowIfCancellationRequested();
        return fault;
    }

    // A thread that was ended once is not to be ended again, and does nothing more. One that does not end is left to itself: the
    // deadline of the process ends it at last. The asking itself waits until the thread can be ended.
    private Exception End(Exception reason)
    {
        _leaves = true;
        new Thread(_end.Cancel) { IsBackground = true, Name = "end of pure work" }.Start();
        _done.Wait(LastPatience, CancellationToken.None);
        return reason;
    }

    private void Rest()
    {
        _end.Dispose();
        (_work, _fault) = (() => { }, null);
        lock (Idle)
        {
            if (Idle.Count < MostIdle)
            {
                Idle.Push(this);
                return;
            }
        }

        _leaves = true;
        _begin.Set();
    }

    private void Loop()
    {
        _clock = ThreadClock.OfThisThread();
        while (true)
        {
            _begin.Wait();
            _begin.Reset();
            if (_leaves)
                return;
            try
            {
                // Pure work shares nothing that an end at any point could leave half done: what it fills is thrown away with it.
                // It is the last resort, for what is not linear after all; what stays within its bounds never comes to it.
#pragma warning disable SYSLIB0046
                ControlledExecution.Run(_work, _end.Token);
#pragma warning restore SYSLIB0046
            }
            catch (Exception fault)
            {
                _fault = fault;
            }

            _done.Set();
            if (_leaves)
                return;
        }
    }
}
