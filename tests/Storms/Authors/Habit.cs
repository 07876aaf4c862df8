namespace Blobpress.Storms.Authors;

/// <summary>Something that authors do now and then.</summary>
/// <param name="Weight">How often, against the other habits.</param>
/// <param name="Act">Uploads and deletions, one after the other.</param>
internal sealed record Habit(int Weight, Func<Desk, IEnumerable<(string Name, string? Text)>> Act);
