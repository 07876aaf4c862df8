namespace Blobpress.Site.Images;

/// <summary>An image as the site serves it. Its files lie where <see cref="Urls.SitePaths"/> says.</summary>
public sealed record EncodedImage
{
    /// <summary>Lower-case hexadecimal, 32 characters: of the source's bytes and of how they were encoded.</summary>
    public required string Hash { get; init; }

    /// <summary>Pixels, upright (orientation applied).</summary>
    public required int Width { get; init; }

    /// <summary>Pixels, upright (orientation applied).</summary>
    public required int Height { get; init; }

    /// <summary>The average colour, <c>#rrggbb</c>, shown until the image is there; null where it has transparency.</summary>
    public string? Color { get; init; }

    /// <summary>True where the variants move.</summary>
    public bool Animated { get; init; }

    /// <summary>Best format first; within a format by width, ascending. The last format is the fallback.</summary>
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>The 1200x630 crop for social cards, where one was made.</summary>
    public bool SocialCard { get; init; }
}

/// <summary>One file made of an image.</summary>
public sealed record Variant(int Width, int Height, ImageFormat Format);

/// <summary>A format the site serves.</summary>
public enum ImageFormat
{
    Avif,
    Webp,
    Jpeg,
    Png,
    Gif,
    Svg,
}
