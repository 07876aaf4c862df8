using System.Globalization;

namespace Blobpress.Storms;

/// <summary>
/// Settings and theme change while posts come. Every event arrives once, nothing fails and no sweep runs: the queues alone have to
/// bring every post up to what is in force.
/// </summary>
public static class SettingsRace
{
    private const int Posts = 12;
    private const int Processes = 3;
    private const int MostRounds = 60;

    private static readonly string[] Settings =
    [
        "title: Quay\npermalink: :year/:month/:day/:title/\ntime_zone: Asia/Shanghai\n",
        "title: Pier\npermalink: :year/:slug/\ntime_zone: America/New_York\n",
        "title: Quay\npermalink: :year/:slug/\nlists: {paths: {archives: all, tags: t}}\n",
        "title: Quay\npermalink: :year/:slug/\nlists: {paths: {tags: blog/t, categories: t}}\n",
        "title: Quay\npermalink: :year/:slug/\n",
    ];

    /// <summary>Plays one race.</summary>
    /// <returns>What differs from a clean publish of the same sources; null for nothing.</returns>
    public static string? Play(int seed)
    {
        using var world = new World(seed, Processes);
        var random = new Random(seed);
        var running = new List<Task>();
        var told = new List<string>();
        var actions = Actions(random);
        while (actions.Count + told.Count + running.Count > 0)
        {
            Turn(world, random, actions, told, running);
            running.RemoveAll(Ended);
        }

        return WorkOff(world) ?? Compare(world);
    }

    private static Queue<AuthorAction> Actions(Random random)
    {
        var actions = Enumerable.Range(0, Posts).Select(number => new AuthorAction($"p{number}.md", Post(number), 1)).ToList();
        actions.AddRange(Settings[random.Next(Settings.Length)..].Select(text => new AuthorAction("site.yml", text, 1)));
        actions.Add(new("theme/style.css", $"p {{ margin: {random.Next(9)}px }}", 1));
        var shuffled = actions.ToArray();
        random.Shuffle(shuffled);
        return new(shuffled);
    }

    private static string Post(int number) => string.Create(CultureInfo.InvariantCulture, $"---\ntitle: T{number}\ndate: 2025-01-{1 + (number / 3):00} 0{number % 3}:00:00\ntags: [t{number % 2}]\n---\nBody.\n");

    private static void Turn(World world, Random random, Queue<AuthorAction> actions, List<string> told, List<Task> running)
    {
        var process = world.Processes[random.Next(Processes)];
        switch (random.Next(40))
        {
            case < 4 when actions.TryDequeue(out var action):
                running.Add(world.Scheduler.Start(async () =>
                {
                    await world.ActAsync(action).ConfigureAwait(false);
                    told.Add(action.Name);
                }));
                break;
            case < 8 when told.Count > 0:
                var at = random.Next(told.Count);
                var name = told[at];
                told.RemoveAt(at);
                running.Add(world.Scheduler.Start(() => process.PublishAsync(name)));
                break;
            case < 10:
                running.Add(world.Scheduler.Start(() => process.WorkQueuesAsync()));
                break;
            default:
                for (var steps = random.Next(1, 25); steps > 0 && world.Scheduler.WaitingCount > 0; steps--)
                {
                    world.Scheduler.Step();
                }

                break;
        }
    }

    private static bool Ended(Task task) => task.Exception is null ? task.IsCompleted : throw new StormException("A publisher failed.", task.Exception.GetBaseException());

    private static string? WorkOff(World world)
    {
        var taken = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            // Messages in hand and the lease run out.
            world.Wait(TimeSpan.FromMinutes(2));
            var before = taken;
            world.Scheduler.Run(async () => taken += await world.Processes[0].WorkQueuesAsync().ConfigureAwait(false));
            if (taken == before)
            {
                return null;
            }
        }

        return "The queues do not run dry.";
    }

    private static string? Compare(World world)
    {
        using var clean = new World(seed: 1, processes: 1);
        clean.Wait(world.Clock.GetUtcNow() - clean.Clock.GetUtcNow());
        CalmWeather.Publish(clean, world.Sources());
        var expected = clean.Site();
        // Files of themes that are no longer in force go with a thorough sweep.
        return SiteComparison.Differences(expected, world.Site().Where(file => !file.Key.StartsWith("theme/", StringComparison.Ordinal) || expected.ContainsKey(file.Key)).ToDictionary());
    }
}
