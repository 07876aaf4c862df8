namespace Blobpress.Storms;

/// <summary>Makes histories from seeds.</summary>
public static class Histories
{
    /// <summary>The history of a seed: short ones in the main, since most faults need few actions and much bad luck.</summary>
    public static History Of(int seed)
    {
        var random = new Random(seed);
        var sources = new Sources(random, random.Next(1, 12));
        var actions = new List<AuthorAction>();
        var names = new HashSet<string>();
        for (var left = random.Next(8) == 0 ? random.Next(20, 50) : random.Next(2, 14); left > 0; left--)
        {
            var events = random.Next(10) switch { 0 => 0, < 7 => 1, _ => random.Next(2, 4) };
            if (names.Count > 0 && random.Next(5) == 0)
            {
                actions.Add(new(names.ElementAt(random.Next(names.Count)), null, events));
                continue;
            }

            var (name, text) = sources.Next();
            names.Add(name);
            actions.Add(new(name, text, events));
        }

        return new(seed, random.Next(1, 4), random.Next(3) == 0 ? 0 : random.NextDouble() * 0.06, random.Next(2) == 0 ? 0 : 0.02, random.Next(4) == 0, actions);
    }
}
