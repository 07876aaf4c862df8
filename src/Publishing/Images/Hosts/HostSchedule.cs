namespace Blobpress.Publishing.Images.Hosts;

/// <summary>When a host that gave no answer is tried again. One image asks for all, so it may be often.</summary>
internal static class HostSchedule
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // After a day of hours it is not a matter of hours.
    private const int Hourly = 30;

    /// <summary>The pause after so many tries in a row: 1, 2, 4 … 60 minutes, a day long every hour, then every day.</summary>
    public static TimeSpan PauseAfter(int failures) => failures switch
    {
        > Hourly => TimeSpan.FromDays(1),
        > 6 => Hour,
        _ => TimeSpan.FromMinutes(1 << (Math.Max(failures, 1) - 1)),
    };
}
