using Blobpress.StorageDouble.Simulation;

namespace Blobpress.Storms;

/// <summary>The storm itself: authors act, events come in any order, publishers work at once, requests fail, processes crash.</summary>
internal sealed class StormRun
{
    // A trigger tries a blob so often before it gives up; what is lost then is the sweep's to find.
    private const int MostAttempts = 5;
    private const int MostTurns = 20_000;

    private readonly World _world;
    private readonly History _history;
    private readonly Random _random;
    private readonly Queue<AuthorAction> _actions;
    private readonly List<(string Name, int Attempt)> _events = [];
    private readonly List<RunningTask> _running = [];
    private Task _author = Task.CompletedTask;
    private int _steps;

    public StormRun(World world, History history)
    {
        _world = world;
        _history = history;
        _random = new(history.Seed);
        _actions = new(history.Actions);
        var faults = new RandomFaults(history.Seed, history.FaultRate, Weather.Faults);
        world.Account.Faults = call => call.Process.StartsWith("publisher", StringComparison.Ordinal) ? faults.Choose(call) : null;
    }

    /// <summary>Plays until authors have nothing left to do and no event is left to come.</summary>
    public void Play()
    {
        for (var turn = 0; turn < MostTurns && !IsOver(); turn++)
        {
            Turn();
            _running.RemoveAll(Ended);
        }
    }

    private bool IsOver() => _actions.Count == 0 && _author.IsCompleted && _events.Count == 0 && _running.Count == 0;

    private void Turn()
    {
        switch (_random.Next(100))
        {
            case < 8:
                Act();
                break;
            case < 20:
                Deliver();
                break;
            case < 26:
                Begin(null, process => process.WorkQueuesAsync());
                break;
            case < 27:
                Begin(null, process => process.SweepAsync(thoroughly: _random.Next(3) == 0));
                break;
            case < 29:
                Crash();
                break;
            case < 30:
                Wait();
                break;
            default:
                Step(_random.Next(1, 25));
                break;
        }
    }

    private void Step(int steps)
    {
        for (; steps > 0 && _world.Scheduler.WaitingCount > 0; steps--)
        {
            _world.Scheduler.Step();
            if (++_steps % 40 == 0 && !_history.Stalls)
            {
                Readers.Check(_world.Site());
            }
        }
    }

    // Storage answers in time or not at all; so while lists are written, less time goes by than a lease lasts.
    private void Wait()
    {
        var idle = _running.TrueForAll(running => running.Told is not null);
        _world.Wait(TimeSpan.FromSeconds(idle || _history.Stalls ? _random.Next(1, 100) : 1));
    }

    private void Act()
    {
        if (_author.IsCompleted && _actions.TryDequeue(out var action))
        {
            _author = _world.Scheduler.Start(() => ActAsync(action));
        }
    }

    private async Task ActAsync(AuthorAction action)
    {
        await _world.ActAsync(action).ConfigureAwait(false);
        _events.AddRange(Enumerable.Repeat((action.Name, 1), action.Events));
    }

    private void Deliver()
    {
        if (_events.Count > 0)
        {
            var at = _random.Next(_events.Count);
            var (name, attempt) = _events[at];
            _events.RemoveAt(at);
            Begin((name, attempt), process => process.PublishAsync(name));
        }
    }

    private void Begin((string Name, int Attempt)? told, Func<PublisherProcess, Task> work)
    {
        var process = _world.Processes[_random.Next(_world.Processes.Count)];
        _running.Add(new(process, told, _world.Scheduler.Start(() => work(process))));
    }

    private void Crash()
    {
        if (_random.NextDouble() < _history.CrashRate * 10)
        {
            _world.Processes[_random.Next(_world.Processes.Count)].Crash();
            _world.RestartCrashed();
        }
    }

    // A crash takes the messages in hand with it; storage or Event Grid delivers them again.
    private bool Ended(RunningTask running)
    {
        if (!running.Process.IsCrashed && !running.Task.IsCompleted)
        {
            return false;
        }

        if (running.Task.Exception?.GetBaseException() is { } fault && !Weather.IsStorageFault(running.Task.Exception))
        {
            throw new StormException("A publisher failed, and not by storage's fault.", fault);
        }

        if (!running.Task.IsCompletedSuccessfully && running.Told is ({ } name, < MostAttempts) told)
        {
            _events.Add((name, told.Attempt + 1));
        }

        return true;
    }

    private sealed record RunningTask(PublisherProcess Process, (string Name, int Attempt)? Told, Task Task);
}
