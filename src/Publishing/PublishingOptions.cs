namespace Blobpress.Publishing;

/// <summary>How the machinery runs; what the site is like stands in <c>site.yml</c>.</summary>
public sealed record PublishingOptions
{
    /// <summary>Redirect pages per post, at most.</summary>
    public int MostAliases { get; init; } = 20;

    /// <summary>Images of one host that a post or a sweep works on at the same time, 1 to 16.</summary>
    public int ImagesAtOnce { get; init; } = 4;

    /// <summary>Images decoded and encoded at the same time in one process, 1 to 64: each may take tens of megabytes.</summary>
    public int EncodersAtOnce { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 64);

    /// <summary>Changes that the lists take in at once, 1 to 1000: a burst of so many writes each list page once.</summary>
    public int ChangesAtOnce { get; init; } = 200;

    /// <summary>Lists and pages worked on at the same time, 1 to 64.</summary>
    public int PagesAtOnce { get; init; } = 8;

    /// <summary>How long the listing publisher's lease holds without being renewed; 15 to 60 seconds.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Names that one sweep hands to the publishers, at most; the next sweep finds the rest.</summary>
    public int SweepAtOnce { get; init; } = 2000;

    /// <summary>How long one sweep asks for images, 1 second to 4 minutes; the next one goes on.</summary>
    public TimeSpan ImageSweepTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>True for a run that is to come to an end: its sweeps leave the images of hosts that answer slowly to later ones.</summary>
    public bool LeaveSlowHosts { get; init; }

    /// <summary>How long files of images that nothing shows any more are kept.</summary>
    public TimeSpan ImageGrace { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a file of the site that nothing accounts for is left alone.</summary>
    public TimeSpan StrayGrace { get; init; } = TimeSpan.FromHours(1);
}
