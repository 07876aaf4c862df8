using System.Diagnostics;
using System.Globalization;

namespace Blobpress.Publishing.Pure;

/// <summary>The computing time of a thread, which stands still while the machine does other things.</summary>
internal sealed class ThreadClock
{
    private readonly int _id;

    private ThreadClock(int id) => _id = id;

    /// <summary>The computing time of the thread so far; zero where it has ended.</summary>
    public TimeSpan Used
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            foreach (ProcessThread thread in process.Threads)
            {
                using (thread)
                {
                    if (thread.Id == _id)
                        return thread.TotalProcessorTime;
                }
            }

            return TimeSpan.Zero;
        }
    }

    /// <summary>The clock of the thread that calls; null where the system does not tell (Linux does, by <c>/proc</c>).</summary>
    public static ThreadClock? OfThisThread()
    {
        try
        {
            return OperatingSystem.IsLinux()
                && File.ResolveLinkTarget("/proc/thread-self", returnFinalTarget: false) is { Name: var name }
                && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(id) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
