namespace Blobpress.Site.Settings;

/// <summary>What is made of each image.</summary>
public sealed record ImageSettings
{
    /// <summary>Widths in pixels, ascending; never upscaled to.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [320, 640, 960, 1280, 1920];

    /// <summary>Also encode AVIF: smaller files for many times the CPU.</summary>
    public bool Avif { get; init; }

    /// <summary>1 to 100.</summary>
    public int JpegQuality { get; init; } = 80;

    /// <summary>1 to 100.</summary>
    public int WebpQuality { get; init; } = 80;

    /// <summary>1 to 100.</summary>
    public int AvifQuality { get; init; } = 50;

    /// <summary>The CSS <c>sizes</c> of an image in a post's body.</summary>
    public string Sizes { get; init; } = "(min-width: 46rem) 44rem, 94vw";
}
