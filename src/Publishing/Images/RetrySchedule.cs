namespace Blobpress.Publishing.Images;

/// <summary>When an image that could not be had is asked for again.</summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(7),
    ];

    /// <summary>The pause after so many failures in a row, at least what the origin asked for.</summary>
    public static TimeSpan PauseAfter(int failures, TimeSpan? asked)
    {
        var pause = Pauses[Math.Clamp(failures, 1, Pauses.Length) - 1];
        return asked > pause ? asked.Value : pause;
    }

    /// <summary>The moment of the next attempt. Whole seconds, as due times are kept: what is due is then due here too.</summary>
    public static DateTimeOffset After(DateTimeOffset now, int failures, TimeSpan? asked)
    {
        var next = now + PauseAfter(failures, asked);
        return next.AddTicks(-(next.Ticks % TimeSpan.TicksPerSecond));
    }
}
