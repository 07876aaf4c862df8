using Blobpress.Publishing.Cdn;
using Blobpress.Publishing.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Blobpress.Publishing.Hosting;

/// <summary>Every setting of a host, read and validated at start; what the site is like stands in <c>site.yml</c>.</summary>
/// <param name="Publishing">From <c>Blobpress__…</c>, one setting for each property.</param>
/// <param name="Cdn">From <c>Blobpress__Cdn__…</c>.</param>
/// <param name="Guard">From <c>Blobpress__Guard__…</c>.</param>
public sealed record HostSettings(PublishingOptions Publishing, CdnOptions Cdn, GuardOptions Guard)
{
    /// <summary>The settings in a configuration.</summary>
    /// <exception cref="SettingException">One is out of bounds; the message names it.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        var read = new SettingReader(configuration);
        return new(ReadPublishing(read), ReadCdn(read), ReadGuard(read));
    }

    private static PublishingOptions ReadPublishing(SettingReader read)
    {
        var otherwise = new PublishingOptions();
        return otherwise with
        {
            MostAliases = read.Count("MostAliases", otherwise.MostAliases, 0, 1000),
            ImagesAtOnce = read.Count("ImagesAtOnce", otherwise.ImagesAtOnce, 1, 16),
            EncodersAtOnce = read.Count("EncodersAtOnce", otherwise.EncodersAtOnce, 1, 64),
            ChangesAtOnce = read.Count("ChangesAtOnce", otherwise.ChangesAtOnce, 1, 1000),
            PagesAtOnce = read.Count("PagesAtOnce", otherwise.PagesAtOnce, 1, 64),
            Lease = read.Duration("Lease", otherwise.Lease, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60)),
            SweepAtOnce = read.Count("SweepAtOnce", otherwise.SweepAtOnce, 1, 100_000),
            ImageSweepTime = read.Duration("ImageSweepTime", otherwise.ImageSweepTime, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(4)),
            ImageGrace = read.Duration("ImageGrace", otherwise.ImageGrace, TimeSpan.Zero, TimeSpan.FromDays(3650)),
            StrayGrace = read.Duration("StrayGrace", otherwise.StrayGrace, TimeSpan.FromMinutes(1), TimeSpan.FromDays(3650)),
        };
    }

    private static CdnOptions ReadCdn(SettingReader read)
    {
        var otherwise = new CdnOptions();
        return otherwise with
        {
            Endpoint = read.Https("Cdn:Endpoint"),
            WildcardAbove = read.Count("Cdn:WildcardAbove", otherwise.WildcardAbove, 1, 10_000),
            Patience = read.Duration("Cdn:Patience", otherwise.Patience, TimeSpan.Zero, TimeSpan.FromMinutes(5)),
        };
    }

    private static GuardOptions ReadGuard(SettingReader read)
    {
        var otherwise = new GuardOptions();
        return otherwise with
        {
            InvocationsPerHour = read.Number("Guard:InvocationsPerHour", otherwise.InvocationsPerHour, 1, long.MaxValue),
            BytesPerHour = read.Number("Guard:BytesPerHour", otherwise.BytesPerHour, 1, long.MaxValue),
        };
    }
}
