using Blobpress.Publishing.Sites;
using Blobpress.Storms.Authors;

namespace Blobpress.Storms;

/// <summary>Makes histories from seeds.</summary>
public static class Histories
{
    /// <summary>The history of a seed: short ones in the main, since most faults need few actions and much bad luck.</summary>
    public static History Of(int seed)
    {
        var random = new Random(seed);
        var desk = new Desk(random, random.Next(1, 12));
        var bursts = random.Next(8) == 0;
        var length = bursts || random.Next(8) == 0 ? random.Next(20, 50) : random.Next(2, 14);
        var actions = new List<AuthorAction>();
        if (bursts)
        {
            // With pages so small that they split and merge in each of them.
            actions.Add(new(SiteNames.Settings, "lists: {archive_page: 2}\n", 1));
        }

        while (actions.Count < length)
        {
            foreach (var (name, text) in Habits.Choose(random).Act(desk))
            {
                desk.Note(name, text);
                actions.Add(new(name, text, random.Next(10) switch { 0 => 0, < 7 => 1, _ => random.Next(2, 4) }));
            }
        }

        return new(seed, random.Next(1, 4), random.Next(3) == 0 ? 0 : random.NextDouble() * 0.06, random.Next(2) == 0 ? 0 : 0.02, random.Next(4) == 0, actions)
        {
            Skew = random.Next(3) == 0 ? random.Next(1, 15) : 0,
            Sweeping = random.Next(4) == 0,
            Scaling = random.Next(4) == 0,
            Bursts = bursts,
        };
    }
}
