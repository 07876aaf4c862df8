using Blobpress.Site.Html.Tags;

namespace Blobpress.Site.Html.Liquid;

/// <summary>Where a text is code: in fences, behind four blanks, between backticks, in <c>pre</c> and <c>code</c>.</summary>
internal sealed class CodePlaces
{
    private readonly List<(int Start, int End)> _places = [];
    private readonly CodeElements _elements;

    /// <summary>Finds them in one pass.</summary>
    /// <param name="text">The text.</param>
    /// <param name="markdown">False where fences and backticks mean nothing.</param>
    public CodePlaces(string text, bool markdown)
    {
        _elements = new(text);
        if (markdown)
            FindLines(text);
    }

    /// <summary>True within code.</summary>
    public bool Hold(int at)
    {
        var (low, high) = (0, _places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _places[middle].End <= at ? (middle + 1, high) : (low, middle);
        }

        return (low < _places.Count && _places[low].Start <= at) || _elements.IsWithin(at);
    }

    private void FindLines(string text)
    {
        var lines = new TagLines(text);
        string? fence = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
            var line = text[start..end];
            if (fence is not null)
            {
                fence = FenceMark.Ends(line, fence) ? null : fence;
                _places.Add((start, end));
            }
            else if (FenceMark.Of(line) is { } mark)
            {
                fence = mark;
                _places.Add((start, end));
            }
            else if (lines.IsIndentedCode(line))
            {
                _places.Add((start, end));
            }
            else
            {
                _places.AddRange(new CodeSpans(line).Places.Select(span => (start + span.Start, start + span.End)));
            }

            start = end;
        }
    }
}
