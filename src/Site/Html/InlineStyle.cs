namespace Blobpress.Site.Html;

/// <summary>The few things that are read from a <c>style</c> attribute; none of its text reaches a page.</summary>
internal static class InlineStyle
{
    private static readonly string[] Alignments = ["left", "right", "center", "justify", "start", "end"];

    /// <summary>The value of one property, trimmed and without <c>!important</c>; null where the style does not set it.</summary>
    public static string? Value(string style, string property)
    {
        foreach (var range in style.AsSpan().Split(';'))
        {
            var declaration = style.AsSpan()[range];
            var colon = declaration.IndexOf(':');
            if (colon > 0 && declaration[..colon].Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
                return declaration[(colon + 1)..].ToString().Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim();
        }

        return null;
    }

    /// <summary>The alignment that a style or an <c>align</c> attribute asks for, one of the closed set, or null.</summary>
    public static string? Alignment(string? style, string? align)
    {
        var value = (style is null ? null : Value(style, "text-align")) ?? align;
        return value is null ? null : Alignments.FirstOrDefault(a => a.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase));
    }
}
