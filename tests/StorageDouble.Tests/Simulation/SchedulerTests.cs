using Blobpress.StorageDouble.Simulation;

namespace Blobpress.StorageDouble.Tests.Simulation;

public sealed class SchedulerTests
{
    [Fact]
    public void One_seed_gives_one_history()
    {
        var first = Run(new Scheduler(7), out var account);
        var second = Run(new Scheduler(7), out _);
        Assert.True(first.Count > 300, $"{first.Count} requests");
        Assert.Equal(first, second);
        Assert.Equal("12", System.Text.Encoding.UTF8.GetString(account.Snapshot("work")["counter"].Content.Span));
    }

    [Fact]
    public void Other_seeds_give_other_histories() =>
        Assert.NotEqual(Run(new Scheduler(1), out _), Run(new Scheduler(2), out _));

    [Fact]
    public void Recorded_choices_replay_a_history()
    {
        var recorded = new Scheduler(3);
        var first = Run(recorded, out _);
        var choices = new Queue<int>(recorded.Choices);
        Assert.Equal(first, Run(new Scheduler(_ => choices.Dequeue()), out _));
    }

    [Fact]
    public void Some_seed_makes_two_writers_collide()
    {
        var collisions = Enumerable.Range(0, 20).Count(seed => Run(new Scheduler(seed), out _).Exists(line => line.EndsWith("-> 412", StringComparison.Ordinal)));
        Assert.True(collisions > 0);
    }

    [Fact]
    public void All_goes_on_on_the_thread_that_steps()
    {
        var scheduler = new Scheduler(0);
        var connection = new StorageAccount(new SimulatedClock(), scheduler).Connect();
        var threads = new HashSet<int>();
        scheduler.Run(async () =>
        {
            await Workload.PrepareAsync(connection).ConfigureAwait(false);
            threads.Add(Environment.CurrentManagedThreadId);
            await Workload.RunAsync(connection, 2);
            threads.Add(Environment.CurrentManagedThreadId);
        });
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public void Code_that_leaves_the_thread_is_found_out()
    {
        var scheduler = new Scheduler(0);
        var connection = new StorageAccount(null, scheduler).Connect();
        var escaped = Task.Run(() => Workload.PrepareAsync(connection), TestContext.Current.CancellationToken);
        var error = Assert.Throws<SimulationException>(() => escaped.GetAwaiter().GetResult());
        Assert.Contains("outside the simulation's thread", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Delays_on_the_clock_take_no_time_and_keep_their_order()
    {
        var clock = new SimulatedClock();
        var start = clock.GetUtcNow();
        var scheduler = new Scheduler(0, clock);
        var order = new List<int>();
        scheduler.Run(() => WaitAsync(2), () => WaitAsync(1));
        Assert.Equal([1, 2], order);
        Assert.Equal(TimeSpan.FromHours(2), clock.GetUtcNow() - start);

        async Task WaitAsync(int hours)
        {
            await Task.Delay(TimeSpan.FromHours(hours), clock, TestContext.Current.CancellationToken);
            order.Add(hours);
        }
    }

    [Fact]
    public void A_synchronous_request_is_refused()
    {
        var connection = new StorageAccount(null, new Scheduler(0)).Connect();
        var queue = connection.Queues.GetQueueClient("work");
        Assert.Throws<SimulationException>(() => queue.Create(cancellationToken: TestContext.Current.CancellationToken));
    }

    private static List<string> Run(Scheduler scheduler, out StorageAccount account)
    {
        account = new StorageAccount(new SimulatedClock(), scheduler);
        var processes = new[] { account.Connect("one"), account.Connect("two"), account.Connect("three") };
        scheduler.Run(() => Workload.PrepareAsync(processes[0]));
        scheduler.Run([.. processes.Select(process => (Func<Task>)(() => Workload.RunAsync(process, 4)))]);
        return [.. account.Trace.Requests.Select(request => $"{request}")];
    }
}
