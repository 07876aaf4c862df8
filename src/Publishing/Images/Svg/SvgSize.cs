using System.Globalization;
using System.Xml.Linq;

namespace Blobpress.Publishing.Images.Svg;

/// <summary>How large an SVG is shown by itself (CSS 2.2, 10.3.2: the intrinsic size).</summary>
internal static class SvgSize
{
    // What browsers take where a drawing names no size.
    private const double DefaultWidth = 300;
    private const double DefaultHeight = 150;
    private const double Largest = 16_383;

    /// <summary>Whole CSS pixels, at least 1.</summary>
    public static (int Width, int Height) Of(XElement svg)
    {
        var box = Box((string?)svg.Attribute("viewBox"));
        var width = Pixels((string?)svg.Attribute("width"));
        var height = Pixels((string?)svg.Attribute("height"));
        var ratio = box is { } b ? b.Width / b.Height : DefaultWidth / DefaultHeight;
        var w = width ?? (height * ratio) ?? box?.Width ?? DefaultWidth;
        return (Whole(w), Whole(height ?? (width is null && box is not null ? box.Value.Height : w / ratio)));
    }

    private static int Whole(double value) => (int)Math.Round(Math.Clamp(value, 1, Largest));

    private static (double Width, double Height)? Box(string? viewBox)
    {
        var parts = (viewBox ?? "").Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 4 && Number(parts[2]) is > 0 and var w && Number(parts[3]) is > 0 and var h ? (w, h) : null;
    }

    private static double? Pixels(string? length)
    {
        var text = (length ?? "").Trim();
        var unit = text.TrimStart('+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');
        var scale = unit switch
        {
            "" or "px" => 1.0,
            "pt" => 96 / 72.0,
            "pc" => 16,
            "in" => 96,
            "cm" => 96 / 2.54,
            "mm" => 96 / 25.4,
            "em" or "rem" => 16,
            "ex" => 8,
            _ => 0,
        };
        return Number(text[..^unit.Length]) is { } value && value * scale > 0 ? value * scale : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
