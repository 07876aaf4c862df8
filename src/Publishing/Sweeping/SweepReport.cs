namespace Blobpress.Publishing.Sweeping;

/// <summary>What a sweep found and set right.</summary>
public sealed record SweepReport
{
    private const int MostNamed = 100;

    /// <summary>Posts whose time had come, images that were asked for again or collected.</summary>
    public int Due { get; set; }

    /// <summary>Images that were due and that there was no time for.</summary>
    public int ImagesLeft { get; set; }

    /// <summary>Sources whose events were lost, by name: they are published now. At most a hundred are named.</summary>
    public List<string> Missed { get; } = [];

    /// <summary>All sources that were found out of date.</summary>
    public int MissedCount { get; set; }

    /// <summary>Posts made with older settings, another theme or an older engine; what depends on these alone counts as one.</summary>
    public int Restyled { get; set; }

    /// <summary>What had been there and was not: files by their blob names, and what lists lacked. At most a hundred are named.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>What nothing accounted for, removed: files by their blob names, and rows. At most a hundred are named.</summary>
    public List<string> Strays { get; } = [];

    /// <summary>How many of each kind were found that should never be.</summary>
    public Dictionary<Violation, int> Violations { get; } = [];

    /// <summary>Parked messages that were taken up again.</summary>
    public int Unparked { get; set; }

    /// <summary>True where nothing was out of order.</summary>
    public bool IsClean => Due + ImagesLeft + MissedCount + Restyled + Violations.Count + Unparked == 0;

    /// <summary>All of it in one line, the first names only.</summary>
    public string ToLine()
    {
        var names = Missed.Concat(Lost).Concat(Strays).Take(5);
        return $"{Due} due, {ImagesLeft} images left, {MissedCount} out of date, {Restyled} of another look, {Lost.Count} lost, {Strays.Count} strays, {Unparked} unparked: {string.Join(", ", names)}";
    }

    internal void AddMissed(string name)
    {
        MissedCount++;
        Add(Missed, name);
    }

    internal void Add(Violation violation, string what)
    {
        Violations[violation] = Violations.GetValueOrDefault(violation) + 1;
        Add(violation is Violation.LostFile or Violation.LostVariant or Violation.UnlistedPost ? Lost : Strays, what);
    }

    private static void Add(List<string> names, string name)
    {
        if (names.Count < MostNamed)
        {
            names.Add(name);
        }
    }
}
