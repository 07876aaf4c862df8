using System.Text.RegularExpressions;

namespace Blobpress.Publishing.Images.Svg;

/// <summary>Decides about CSS inside an SVG. Wherever a value could hide a reference by an escape, it goes.</summary>
internal static class SvgStyle
{
    // Without backtracking, whatever an author writes costs one pass.
    private static readonly Regex Urls = new(@"url\(\s*(?<to>""[^""]*""|'[^']*'|[^)]*)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    private static readonly Regex Loading = new(
        @"@import|image-set|\bimage\(|\bsrc\(|javascript:|vbscript:|expression\(|-moz-binding|behavior\s*:",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>True where a presentation attribute or style attribute loads nothing.</summary>
    public static bool IsHarmless(string value)
    {
        if (value.Contains('\\') && MayReference(value))
            return false;
        return !Loading.IsMatch(value) && Urls.Matches(value).All(m => SvgReference.IsInsideStyle(m.Groups["to"].Value.Trim('"', '\'', ' ')));
    }

    /// <summary>A style sheet, or nothing where any part of it loads something: rules can't be cut out reliably without a full parser.</summary>
    public static string Clean(string sheet) =>
        !sheet.Contains('\\') && !sheet.Contains('<') && IsHarmless(sheet) ? sheet : "";

    private static bool MayReference(string value) => value.Contains('(') || value.Contains('@');
}
