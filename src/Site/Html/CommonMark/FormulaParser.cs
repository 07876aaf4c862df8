using Blobpress.Site.Html.Formulas;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>A formula within a paragraph.</summary>
internal sealed class FormulaParser : InlineParser
{
    public FormulaParser() => OpeningCharacters = ['$', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text[0] == '\\' && !MarkdownReading.Of(processor).MayLookForBracket(text))
            return false;
        if (FormulaMarks.Match(text, slice.PeekCharExtra(-1)) is not { } match)
            return false;
        var content = new StringSlice(slice.Text, slice.Start + match.Start, slice.Start + match.End - 1);
        // Behind doubled backslashes the text is Markdown's to read: each further escape is one of its own.
        if (match.Open.StartsWith(@"\\", StringComparison.Ordinal))
            content = new StringSlice(HtmlHelper.Unescape(content.ToString(), removeBackSlash: true));
        content.Trim();
        var formula = new MathInline { Delimiter = '$', DelimiterCount = match.Open.Length, Content = content };
        formula.GetAttributes().AddProperty("data-open", match.Open);
        processor.Inline = formula;
        slice.Start += match.Length;
        return true;
    }
}
