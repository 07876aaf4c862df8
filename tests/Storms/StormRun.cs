using Blobpress.StorageDouble.Simulation;

namespace Blobpress.Storms;

/// <summary>The storm itself: authors act, events come in any order, publishers work at once, requests fail, processes crash.</summary>
internal sealed class StormRun
{
    // A trigger tries a blob so often before it gives up; what is lost then is the sweep's to find.
    private const int MostAttempts = 5;
    private const int MostTurns = 20_000;

    // In which authors do a dozen things.
    private const int LongWhile = 150;
    private const long HalfMinute = 30 * TimeSpan.TicksPerSecond;

    private readonly World _world;
    private readonly History _history;
    private readonly Random _random;
    private readonly Queue<AuthorAction> _actions;
    private readonly List<(string Name, int Attempt)> _events = [];
    private readonly List<RunningTask> _running = [];
    private Task _author = Task.CompletedTask;
    private int _steps;
    private int _present;
    private int _still;
    private bool _busy;

    public StormRun(World world, History history)
    {
        _world = world;
        _history = history;
        _random = new(history.Seed);
        _actions = new(history.Actions);
        _present = history.Processes;
        var faults = new RandomFaults(history.Seed, history.FaultRate, Weather.Faults);
        world.Account.Faults = call => call.Process.StartsWith("publisher", StringComparison.Ordinal) ? faults.Choose(call) : null;
    }

    /// <summary>Plays until authors have nothing left to do and no event is left to come.</summary>
    public void Play()
    {
        for (var turn = 0; turn < MostTurns && !IsOver(); turn++)
        {
            GoOn();
            _busy = _history.Bursts && _actions.Count > 0 && turn / LongWhile % 2 == 0;
            if (_history.Sweeping && !_busy && !_running.Exists(running => running.IsSweep))
            {
                Sweep();
            }

            Turn();
            _running.RemoveAll(Ended);
        }

        _world.Scheduler.Held = null;
    }

    private bool IsOver() => _actions.Count == 0 && _author.IsCompleted && _events.Count == 0 && _running.TrueForAll(running => running.IsSweep && _history.Sweeping);

    private void Sweep()
    {
        var thoroughly = _random.Next(3) == 0;
        Begin(null, process => process.SweepAsync(thoroughly), isSweep: true);
    }

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
            case < 26 when !_busy:
                Begin(null, process => process.WorkQueuesAsync());
                break;
            case 26 when !_busy:
                Sweep();
                break;
            case 27 or 28:
                Crash();
                break;
            case 29:
                Wait();
                break;
            case 30:
                StandStill();
                break;
            case 31:
                Scale();
                break;
            default:
                Step(_random.Next(1, 25));
                break;
        }
    }

    // A process that does not move: its requests wait while time goes by and others take over what it held.
    private void StandStill()
    {
        if (_history.Stalls && _still == 0)
        {
            var name = _world.Processes[_random.Next(_world.Processes.Count)].Name;
            _world.Scheduler.Held = call => call.Process == name;
            _still = _random.Next(20, 150);
        }
    }

    private void GoOn()
    {
        if (_still == 0)
        {
            return;
        }

        _world.Wait(TimeSpan.FromSeconds(_random.Next(2)));
        if (--_still == 0)
        {
            _world.Scheduler.Held = null;
        }
    }

    private void Scale()
    {
        if (_history.Scaling)
        {
            _present = _random.Next(1, _history.Processes + 1);
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
        var mayBeLong = idle || _history.Stalls;
        _world.Wait(mayBeLong && _random.Next(2) == 0 ? ToHalfMinute() : TimeSpan.FromSeconds(mayBeLong ? _random.Next(1, 100) : 1));
    }

    // Posts like to come and go at such a moment, and what authors do next they do in the same second.
    private TimeSpan ToHalfMinute() => TimeSpan.FromTicks(HalfMinute - (_world.Clock.GetUtcNow().Ticks % HalfMinute));

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

    private void Begin((string Name, int Attempt)? told, Func<PublisherProcess, Task> work, bool isSweep = false)
    {
        var process = _world.Processes[_random.Next(_present)];
        _running.Add(new(process, told, _world.Scheduler.Start(() => work(process)), isSweep));
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

    private sealed record RunningTask(PublisherProcess Process, (string Name, int Attempt)? Told, Task Task, bool IsSweep);
}
