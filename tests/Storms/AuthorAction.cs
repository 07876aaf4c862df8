namespace Blobpress.Storms;

/// <summary>One thing that authors do to the sources, and how storage's events tell of it.</summary>
/// <param name="Name">The source's name.</param>
/// <param name="Text">What is uploaded; null for a deletion.</param>
/// <param name="Events">How often the event arrives: 0 where it is lost, more than 1 where it is delivered again.</param>
public sealed record AuthorAction(string Name, string? Text, int Events)
{
    public override string ToString()
    {
        var told = Events switch { 0 => ", event lost", 1 => "", _ => $", {Events} events" };
        return Text is null ? $"delete {Name}{told}" : $"upload {Name}{told}: {Text.ReplaceLineEndings("\\n")}";
    }
}
