using System.Globalization;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Images;

/// <summary>The size that an element says its image has.</summary>
/// <param name="Width">CSS pixels, or null.</param>
/// <param name="Height">CSS pixels, or null.</param>
internal readonly record struct DeclaredSize(int? Width, int? Height)
{
    private const int Max = 20_000;

    private static readonly string[] Widths = ["width", "data-width", "imgwidth", "data-w"];

    private static readonly string[] Heights = ["height", "data-height", "imgheight"];

    /// <summary>True for the single pixels that count readers.</summary>
    public bool IsTrackingPixel => Width <= 1 && Height <= 1;

    /// <summary>Reads width and height attributes, their lazy spellings, <c>data-size="1920,1095"</c> and pixels in the style.</summary>
    public static DeclaredSize Of(Element element)
    {
        var width = First(element, Widths) ?? Style(element, "width");
        var height = First(element, Heights) ?? Style(element, "height");
        if ((width is null || height is null) && Pair(element.GetAttribute("data-size")) is { } pair)
            return pair;
        if (height is null && width is { } w && Ratio(element) is { } ratio)
            height = (int)Math.Round(w * ratio, MidpointRounding.AwayFromZero);
        return new(width, height);
    }

    /// <summary>Whole pixels of an attribute's value such as <c>300</c> or <c>300px</c>; null for percentages and the like.</summary>
    public static int? Pixels(string? value)
    {
        if (value is null)
            return null;
        var number = value.AsSpan().Trim();
        if (number.EndsWith("px", StringComparison.OrdinalIgnoreCase))
            number = number[..^2].TrimEnd();
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pixels) && pixels is >= 1 and <= Max
            ? (int)Math.Round(pixels)
            : null;
    }

    private static int? First(Element element, string[] names)
    {
        foreach (var name in names)
        {
            if (Pixels(element.GetAttribute(name)) is { } pixels)
                return pixels;
        }

        return null;
    }

    private static int? Style(Element element, string property) =>
        element.GetAttribute("style") is { Length: > 0 } style ? Pixels(Html.InlineStyle.Value(style, property)) : null;

    private static DeclaredSize? Pair(string? value) =>
        value?.Split(',', 'x') is [var width, var height] && Pixels(width) is { } w && Pixels(height) is { } h ? new(w, h) : null;

    // WeChat's editor writes the height divided by the width.
    private static double? Ratio(Element element) =>
        double.TryParse(element.GetAttribute("data-ratio"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio)
            && ratio is > 0.01 and < 100 ? ratio : null;
}
