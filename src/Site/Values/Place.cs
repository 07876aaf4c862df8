using Blobpress.Site.Posts;

namespace Blobpress.Site.Values;

/// <summary>A place in a source file: 1-based line, 1-based column in UTF-16 units.</summary>
internal readonly record struct Place(int Line, int Column)
{
    /// <summary>The start of a file, for what concerns all of it.</summary>
    public static Place Start { get; } = new(1, 1);

    /// <summary>A reason that points here.</summary>
    public Reason Says(string message) => new(Line, Column, message);
}
