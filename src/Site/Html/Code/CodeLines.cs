using System.Globalization;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html.Code;

/// <summary>Writes a code's text with its colours, whole or line by line.</summary>
internal static class CodeLines
{
    /// <summary>Puts spans around the stretches that have a class.</summary>
    public static void Write(Element code, string text, List<(string Class, int Length)> stretches)
    {
        code.TakeChildren();
        var at = 0;
        foreach (var (name, length) in stretches)
        {
            Append(code, text.Substring(at, length), name);
            at += length;
        }
    }

    /// <summary>
    /// Puts a span around each line, with its number where lines bear some, and the class of lines that are marked, put in or taken out.
    /// Line ends stand behind the spans, so that what is copied is the code.
    /// </summary>
    public static void Write(Element code, string text, List<(string Class, int Length)>? stretches, CodeInfo info, bool diff)
    {
        code.TakeChildren();
        var (start, number, stretch, used) = (0, info.FirstNumber ?? 1, 0, 0);
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = new Element("span");
            line.SetAttribute("class", Classes(text.AsSpan(start, end - start), number, info, diff));
            if (info.FirstNumber is not null)
                line.SetAttribute("data-n", number.ToString(CultureInfo.InvariantCulture));
            code.Append(line);
            for (var at = start; at < end;)
            {
                if (stretches is null)
                {
                    Append(line, text[at..end], "");
                    break;
                }

                var length = Math.Min(stretches[stretch].Length - used, end - at);
                Append(line, text.Substring(at, length), stretches[stretch].Class);
                (at, used) = (at + length, used + length);
                (stretch, used) = used == stretches[stretch].Length ? (stretch + 1, 0) : (stretch, used);
            }

            if (end < text.Length)
            {
                code.Append(new TextNode("\n"));
                if (stretches is not null)
                    (stretch, used) = used + 1 == stretches[stretch].Length ? (stretch + 1, 0) : (stretch, used + 1);
            }

            (start, number) = (end + 1, number + 1);
        }
    }

    private static string Classes(ReadOnlySpan<char> line, int number, CodeInfo info, bool diff)
    {
        var place = number - (info.FirstNumber ?? 1) + 1;
        var marked = info.Marked.Any(lines => place >= lines.From && place <= lines.To) || info.MarkedNumbers.Any(lines => number >= lines.From && number <= lines.To);
        var change = !diff || line.StartsWith("+++", StringComparison.Ordinal) || line.StartsWith("---", StringComparison.Ordinal) ? "" : line is ['+', ..] ? " added" : line is ['-', ..] ? " removed" : "";
        return $"line{(marked ? " marked" : "")}{change}";
    }

    private static void Append(Element to, string text, string name)
    {
        if (text.Length == 0)
            return;
        if (name.Length == 0)
        {
            to.Append(new TextNode(text));
            return;
        }

        var span = new Element("span");
        span.SetAttribute("class", name);
        span.Append(new TextNode(text));
        to.Append(span);
    }
}
