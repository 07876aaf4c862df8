using System.Text.Json;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Sweeping;

namespace Blobpress.Storms;

/// <summary>Lets an account come to rest: no faults, time goes by, queues are worked off, sweeps run.</summary>
internal static class CalmWeather
{
    // A clean publish takes three rounds; a storm's debris a few more.
    private const int MostRounds = 30;
    private const int MostTurns = 1000;

    // Leases and hidden messages run out in the first, then each grace period and due time in turn.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(10), TimeSpan.FromHours(2), TimeSpan.FromDays(8), TimeSpan.FromDays(8), TimeSpan.FromHours(2)];

    /// <summary>Brings everything to rest after a storm.</summary>
    /// <exception cref="StormException">It does not come to rest.</exception>
    public static void Settle(World world)
    {
        world.Account.Faults = null;
        world.RestartCrashed();
        Settle(world, Pauses);
    }

    /// <summary>Has publishers that nothing disturbs finish their work; grace periods are not waited for.</summary>
    /// <exception cref="StormException">They don't come to an end.</exception>
    public static void Finish(World world) => Settle(world, Pauses[..1]);

    /// <summary>Publishes sources where nothing was: settings and theme before the posts that are made with them.</summary>
    /// <exception cref="StormException">It does not come to an end.</exception>
    public static void Publish(World world, IReadOnlyDictionary<string, string> sources)
    {
        foreach (var (name, text) in sources)
        {
            world.Scheduler.Run(() => world.ActAsync(new(name, text, 0)));
        }

        // Even without settings of its own: those that are in force are a part of what pages are made with.
        foreach (var name in sources.Keys.Prepend(SiteNames.Settings).Distinct().OrderBy(name => SiteNames.KindOf(name) != SourceKind.Site))
        {
            world.Scheduler.Run(() => world.Processes[0].PublishAsync(name));
        }

        // And the files of the theme that is built in go, where there is another.
        Settle(world, Pauses[..2]);
    }

    private static void Settle(World world, IReadOnlyList<TimeSpan> pauses)
    {
        foreach (var pause in pauses)
        {
            world.Wait(pause);
            Settle(world, world.Processes[0]);
        }
    }

    private static void Settle(World world, PublisherProcess process)
    {
        SweepReport? report = null;
        for (var round = 0; round < MostRounds; round++)
        {
            Drain(world, process);
            world.Scheduler.Run(async () => report = await process.SweepAsync(thoroughly: true).ConfigureAwait(false));
            if (report?.IsClean == true)
            {
                return;
            }
        }

        throw new StormException($"The site does not come to rest: each sweep finds something to do. The last one: {JsonSerializer.Serialize(report)}");
    }

    // However many messages a storm left.
    private static void Drain(World world, PublisherProcess process)
    {
        var taken = 1;
        for (var turn = 0; taken > 0; turn++)
        {
            if (turn == MostTurns)
            {
                throw new StormException("The queues do not become empty: each message has others sent.");
            }

            world.Scheduler.Run(async () => taken = await process.WorkQueuesAsync().ConfigureAwait(false));
        }
    }
}
