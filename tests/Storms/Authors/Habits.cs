namespace Blobpress.Storms.Authors;

/// <summary>All that authors do: a line for each habit.</summary>
internal static class Habits
{
    public static IReadOnlyList<Habit> All { get; } =
    [
        new(28, desk => [PostText.Next(desk)]),
        new(9, desk => desk.AnyName() is { } name ? [(name, null)] : []),
        new(3, Rename),
        new(3, desk => [(SettingsText.Name, SettingsText.Next(desk))]),
        new(2, desk => [Picture.Next(desk)]),
        new(3, desk => [Picture.Next(desk), PostText.Next(desk)]),
        new(2, desk => [ThemeText.Next(desk)]),
        new(1, _ => [("always-bad.md", PostText.Bad)]),
    ];

    /// <summary>Chooses one by its weight.</summary>
    public static Habit Choose(Random random)
    {
        var at = random.Next(All.Sum(habit => habit.Weight));
        return All.First(habit => (at -= habit.Weight) < 0);
    }

    // To a new name or to that of another post; some tools upload first, others delete first.
    private static IEnumerable<(string Name, string? Text)> Rename(Desk desk)
    {
        if (desk.AnyPost() is not { } name)
        {
            return [];
        }

        var renamed = desk.Random.Next(2) == 0 ? PostText.NameOf(desk.Random.Next(desk.Posts)) : $"renamed/{name}";
        (string, string?)[] moves = [(renamed, desk.TextOf(name)), (name, null)];
        return renamed == name ? [] : desk.Random.Next(2) == 0 ? moves : moves.Reverse();
    }
}
