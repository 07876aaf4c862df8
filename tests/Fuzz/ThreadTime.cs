using System.Diagnostics;
using System.Globalization;

namespace Blobpress.Fuzz;

/// <summary>What a thread has computed, which a machine that does other things does not change.</summary>
public static class ThreadTime
{
    /// <summary>The computing time of this thread so far (<c>/proc/thread-self/schedstat</c>), elsewhere that of all.</summary>
    public static TimeSpan Now
    {
        get
        {
            const string Source = "/proc/thread-self/schedstat";
            if (!File.Exists(Source))
                return Process.GetCurrentProcess().TotalProcessorTime;
            var nanoseconds = long.Parse(File.ReadAllText(Source).Split(' ')[0], CultureInfo.InvariantCulture);
            return TimeSpan.FromMicroseconds(nanoseconds / 1000.0);
        }
    }

    /// <summary>What an action takes.</summary>
    public static TimeSpan Of(Action action)
    {
        var before = Now;
        action();
        return Now - before;
    }
}
