using Markdig.Extensions.Mathematics;
using Markdig.Parsers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>A formula that stands alone.</summary>
/// <param name="parser">Reads it.</param>
/// <param name="open">What begins it.</param>
/// <param name="close">What ends it.</param>
internal sealed class FormulaBlock(BlockParser parser, string open, string close) : MathBlock(parser)
{
    /// <summary>The mark that begins it.</summary>
    public string Open => open;

    /// <summary>The mark that ends it.</summary>
    public string Close => close;

    /// <summary>True where the marks are part of the formula.</summary>
    public bool IsEnvironment => open.StartsWith(@"\begin", StringComparison.Ordinal);
}
