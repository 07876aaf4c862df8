namespace Blobpress.Site.Settings;

/// <summary>What is made of each image.</summary>
public sealed record ImageSettings
{
    /// <summary><c>images.widths</c>: widths in pixels, ascending; never upscaled to, 16 to 8,192, at most 20.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [320, 640, 960, 1280, 1920];

    /// <summary><c>images.avif</c>: also encode AVIF: smaller files for many times the CPU.</summary>
    public bool Avif { get; init; }

    /// <summary><c>images.jpeg_quality</c>: 1 to 100.</summary>
    public int JpegQuality { get; init; } = 80;

    /// <summary><c>images.webp_quality</c>: 1 to 100. Large files are made up to 3 below it, small ones up to 4 above.</summary>
    public int WebpQuality { get; init; } = 80;

    /// <summary><c>images.avif_quality</c>: 1 to 100.</summary>
    public int AvifQuality { get; init; } = 50;

    /// <summary><c>images.sizes</c>: the CSS <c>sizes</c> of an image in a post's body.</summary>
    public string Sizes { get; init; } = "(min-width: 46rem) 44rem, 94vw";
}
