using System.Diagnostics;

namespace Blobpress.Publishing.Hosting;

/// <summary>
/// Ends the process at a moment, whatever its threads are at. Nothing is lost by that: what was begun is done again, as after
/// any crash. It is for work that hears of no token, such as decoding an image or a page's markup.
/// </summary>
public static class ExitDeadline
{
    // For what the runtime does at a normal end.
    private static readonly TimeSpan LastPatience = TimeSpan.FromMilliseconds(400);

    /// <summary>Has the process end after a time, unless it has ended by itself before.</summary>
    /// <param name="after">The time.</param>
    /// <param name="code">The exit code.</param>
    public static void Start(TimeSpan after, int code)
    {
        // Threads of their own: the pool's may all be busy with what is to be ended.
        Run(after, () => Environment.Exit(code));
        Run(after + LastPatience, () => Process.GetCurrentProcess().Kill());
    }

    private static void Run(TimeSpan after, Action end) => new Thread(() =>
    {
        Thread.Sleep(after);
        end();
    })
    {
        IsBackground = true,
        Name = "exit",
        Priority = ThreadPriority.Highest,
    }.Start();
}
