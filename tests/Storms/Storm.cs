using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;

namespace Blobpress.Storms;

/// <summary>
/// Plays a history and looks at what is left of the site when it is over.
/// </summary>
public static class Storm
{
    /// <summary>Plays a history.</summary>
    /// <returns>What is wrong: a reader met a dead link, a publisher failed otherwise than storage made it fail, or the site differs from a clean publish of the same sources. Null where all is well.</returns>
    public static string? Play(History history)
    {
        using var world = new World(history.Seed, history.Processes, history.Skew);
        return Play(world, history);
    }

    /// <summary>Plays a history and keeps its requests, as "process: operation -> status".</summary>
    /// <param name="history">The history.</param>
    /// <param name="overTheWire">True to send each request as bytes through the SDKs, as in Azure, rather than as values.</param>
    public static (string? Wrong, IReadOnlyList<string> Requests) Record(History history, bool overTheWire)
    {
        using var world = new World(history.Seed, history.Processes, history.Skew, overTheWire);
        world.Account.Trace.KeepsRequests = true;
        var wrong = Play(world, history);
        return (wrong, [.. world.Account.Trace.Requests.Select(request => request.ToString())]);
    }

    private static string? Play(World world, History history)
    {
        try
        {
            new StormRun(world, history).Play();
            CalmWeather.Settle(world);
            PublishRejectedAnew(world);
            Readers.Check(world.Site());
            return Invariants.Broken(world) ?? Compare(world);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error.ToString();
        }
    }

    // The last good version of a post that is bad by now stays live, whatever it was; only without one is the site a
    // function of the sources.
    private static void PublishRejectedAnew(World world)
    {
        var sources = world.Sources();
        var names = world.Account.EntitiesOf("posts")
            .Where(row => row.RowKey == "record" && row.Properties["Json0"] is string json && json.Contains("\"rejected\"", StringComparison.OrdinalIgnoreCase))
            .Select(row => TableKey.NameOf(row.PartitionKey)!).Where(sources.ContainsKey).ToHashSet();
        if (names.Count == 0)
        {
            return;
        }

        // Settings and theme are in force together.
        names.UnionWith(sources.Keys.Where(name => IsOfSite(name) && names.Any(IsOfSite)));
        Act(names.Select(name => new AuthorAction(name, null, 0)));
        Act(names.Select(name => new AuthorAction(name, sources[name], 0)));
        CalmWeather.Settle(world);

        void Act(IEnumerable<AuthorAction> actions)
        {
            foreach (var action in actions)
            {
                world.Scheduler.Run(() => world.ActAsync(action));
            }

            CalmWeather.Finish(world);
        }
    }

    private static bool IsOfSite(string name) => SiteNames.KindOf(name) == SourceKind.Site;

    private static string? Compare(World world)
    {
        using var clean = new World(seed: 1, processes: 1);
        clean.Wait(world.Clock.GetUtcNow() - clean.Clock.GetUtcNow());
        CalmWeather.Publish(clean, world.Sources());
        return SiteComparison.Differences(clean.Site(), world.Site()) ?? IndexComparison.Differences(clean.Account, world.Account);
    }
}
