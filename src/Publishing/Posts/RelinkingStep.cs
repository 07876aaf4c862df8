namespace Blobpress.Publishing.Posts;

/// <summary>Some posts whose links name what came, moved or went.</summary>
/// <param name="Key">What they name.</param>
/// <param name="After">The last post of the step before; null at the beginning.</param>
public sealed record RelinkingStep(string Key, string? After);
