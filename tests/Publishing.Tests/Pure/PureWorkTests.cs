using Blobpress.Publishing.Pure;
using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Tests.Pure;

public sealed class PureWorkTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void Work_that_does_not_end_is_ended_and_the_next_goes_on()
    {
        Assert.IsType<TimeoutException>(PureThread.Run(Loop, Short, CancellationToken.None));
        Assert.Null(PureThread.Run(() => { }, Short, CancellationToken.None));
    }

    [Fact]
    public async Task Who_is_told_to_stop_does_not_wait_for_the_end_of_the_work()
    {
        using var stop = new CancellationTokenSource();
        var begun = 0;
        var run = Task.Run(
            () => PureThread.Run(
                () =>
                {
                    Volatile.Write(ref begun, 1);
                    Loop();
                },
                TimeSpan.FromHours(1),
                stop.Token),
            TestContext.Current.CancellationToken);
        SpinWait.SpinUntil(() => Volatile.Read(ref begun) == 1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public void Every_fault_is_the_reason_of_what_it_happened_to()
    {
        Assert.Equal("Too much.", Fault(() => throw new LimitException("Too much.")));
        Assert.Equal("The post could not be processed: InvalidOperationException: Odd.", Fault(() => throw new InvalidOperationException("Odd.")));
        Assert.Equal("The post takes more memory than there is.", Fault(() => throw new InsufficientMemoryException()));
        Assert.Equal("The post nests too deeply.", Fault(() => Nest(0).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.InRange(Fault(() => throw new FormatException(new string('x', 1_000_000))).Length, 1, 500);
    }

    [Fact]
    public async Task What_is_large_waits_for_its_share_of_memory_and_gets_it()
    {
        var share = MemoryShares.Take(MemoryShares.All, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var late = Task.Run(() => MemoryShares.Take(1, stop.Token), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        share.Dispose();
        MemoryShares.Take(long.MaxValue, CancellationToken.None).Dispose();
        MemoryShares.Take(0, CancellationToken.None).Dispose();
    }

    private static string Fault(Func<string> work)
    {
        var (made, fault) = PureWork.Try("The post", 1, work, CancellationToken.None);
        Assert.Null(made);
        return fault!.Message;
    }

    private static int Nest(int depth)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return Nest(depth + 1) + 1;
    }

    private static void Loop()
    {
        while (true)
        {
        }
    }
}
