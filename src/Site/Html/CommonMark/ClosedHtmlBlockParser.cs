using Markdig.Parsers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>
/// Begins a block of HTML (CommonMark 4.6) only where it also ends: a comment, a script or an instruction that is never closed would
/// take the rest of the text with it, and is text itself.
/// </summary>
internal sealed class ClosedHtmlBlockParser : HtmlBlockParser
{
    private static readonly string[] Raw = ["</script>", "</pre>", "</style>", "</textarea>"];

    private static readonly (string Start, string[] Ends)[] Kinds =
    [
        ("<!--", ["-->"]),
        ("<![CDATA[", ["]]>"]),
        ("<!", [">"]),
        ("<?", ["?>"]),
        ("<script", Raw), ("<pre", Raw), ("<style", Raw), ("<textarea", Raw),
    ];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        foreach (var (start, ends) in Kinds)
        {
            if (processor.Line.AsSpan().StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return Ends(processor, start, ends) ? base.TryOpen(processor) : BlockState.None;
        }

        return base.TryOpen(processor);
    }

    private static bool Ends(BlockProcessor processor, string start, string[] ends)
    {
        var reading = MarkdownReading.Of(processor);
        foreach (var end in ends)
        {
            if (reading.Last(end) >= processor.Start + start.Length)
                return true;
        }

        return false;
    }
}
