namespace Blobpress.Site.Html;

/// <summary>How an image is shown.</summary>
/// <param name="Alt">The text that stands for it; empty for an ornament.</param>
/// <param name="Sizes">The CSS <c>sizes</c> of its place.</param>
public sealed record PictureOptions(string Alt, string Sizes)
{
    /// <summary>A hint shown on hover, or null.</summary>
    public string? Title { get; init; }

    /// <summary>True for the first image of a page: it is fetched at once and with priority; others when they come into view.</summary>
    public bool Eager { get; init; }

    /// <summary>CSS pixels at which the post wants it shown; it is never shown wider than it is. Null: as wide as its place.</summary>
    public int? DeclaredWidth { get; init; }
}
