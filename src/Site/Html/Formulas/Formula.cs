namespace Blobpress.Site.Html.Formulas;

/// <summary>A formula as its author wrote it.</summary>
/// <param name="Tex">Without its marks, trimmed.</param>
/// <param name="Open">The mark before it, or nothing.</param>
/// <param name="Close">The mark behind it, or nothing.</param>
/// <param name="Display">True where it stands alone.</param>
internal sealed record Formula(string Tex, string Open, string Close, bool Display)
{
    /// <summary>The formula as it is written, marks included.</summary>
    public string Written => Open + Tex + Close;

    /// <summary>What stands between a mark and the one that closes it.</summary>
    public static Formula Of(string open, string tex) =>
        new(tex.Trim(), open, FormulaMarks.Pairs.First(pair => pair.Open == open).Close, FormulaMarks.IsDisplay(open));
}
