using System.Globalization;
using System.Text;

namespace Blobpress.Site.Html.Themes;

/// <summary>
/// Completes a post's body on its page: a link beside each heading, and the table of contents where the body has a place for it. The body is
/// as articles are written, each value in double quotes and angle brackets escaped, so that tags can be told from text without a parser.
/// </summary>
internal static class HeadingLinks
{
    // Longer contents are no help.
    private const int MaxEntries = 300;

    /// <param name="html">The sanitized body.</param>
    /// <param name="words">The theme's: <c>contents</c>, <c>heading_link</c>.</param>
    public static string Complete(string html, Dictionary<string, string> words)
    {
        var headings = Find(html);
        if (headings.Count == 0)
            return html;
        var (page, copied) = (new StringBuilder(html.Length + (headings.Count * 80)), 0);
        foreach (var heading in headings)
        {
            page.Append(html, copied, heading.End - copied);
            page.Append(CultureInfo.InvariantCulture, $"<a class=\"anchor\" href=\"#{Fragment(heading.Id)}\" aria-label=\"{HtmlText.Escape(words["heading_link"])}: {heading.Text}\"></a>");
            copied = heading.End;
        }

        page.Append(html, copied, html.Length - copied);
        return page.ToString().Replace(Contents.Place, Table(headings, words), StringComparison.Ordinal);
    }

    private static List<Heading> Find(string html)
    {
        var headings = new List<Heading>();
        var next = 0;
        for (var at = html.IndexOf("<h", StringComparison.Ordinal); at >= 0 && at + 3 < html.Length; at = html.IndexOf("<h", next, StringComparison.Ordinal))
        {
            next = at + 2;
            if (html[at + 2] is not (>= '2' and <= '6') || html[at + 3] != ' ')
                continue;
            var tag = html.AsSpan(at, html.IndexOf('>', at) - at);
            var close = html.IndexOf($"</h{html[at + 2]}>", at, StringComparison.Ordinal);
            if (close < 0 || tag.IndexOf(" id=\"") is not (> 0 and var id))
                continue;
            var value = tag[(id + 5)..];
            headings.Add(new(html[at + 2] - '0', value[..value.IndexOf('"')].ToString(), Text(html.AsSpan((at + tag.Length + 1)..close)), close));
            // One within another has no link of its own.
            next = close;
        }

        return headings;
    }

    private static string Table(List<Heading> headings, Dictionary<string, string> words)
    {
        var entries = headings.Where(heading => heading.Level <= 4 && heading.Text.Length > 0).Take(MaxEntries).ToList();
        if (entries.Count == 0)
            return "";
        var title = HtmlText.Escape(words["contents"]);
        var table = new StringBuilder($"<details class=\"toc\"><summary>{title}</summary><nav aria-label=\"{title}\">");
        var open = new Stack<int>();
        foreach (var entry in entries)
        {
            while (open.Count > 0 && open.Peek() > entry.Level && open.Skip(1).FirstOrDefault() >= entry.Level)
            {
                open.Pop();
                table.Append("</li></ol>");
            }

            if (open.Count == 0 || open.Peek() < entry.Level)
            {
                open.Push(entry.Level);
                table.Append("<ol>");
            }
            else
            {
                table.Append("</li>");
            }

            table.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Fragment(entry.Id)}\">{entry.Text}</a>");
        }

        foreach (var _ in open)
            table.Append("</li></ol>");
        return table.Append("</nav></details>").ToString();
    }

    // What would end the fragment early, or be taken for an escape, is escaped (WHATWG URL).
    private static string Fragment(string id) => id.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);

    // Tags left out; a formula as the text that stands for it. What is escaped stays so.
    private static string Text(ReadOnlySpan<char> html)
    {
        var text = new StringBuilder(html.Length);
        while (html.IndexOf('<') is >= 0 and var start && html[start..].IndexOf('>') is > 0 and var length)
        {
            text.Append(html[..start]);
            var tag = html.Slice(start, length);
            var end = start + length + 1;
            if (tag.StartsWith("<math ", StringComparison.Ordinal) && html[start..].IndexOf("</math>") is > 0 and var close)
            {
                if (tag.IndexOf(" alttext=\"") is > 0 and var alt && tag[(alt + 10)..] is var value && value.IndexOf('"') is >= 0 and var quote)
                    text.Append(value[..quote]);
                end = start + close + "</math>".Length;
            }

            html = html[end..];
        }

        return PlainText.Of(text.Append(html).Replace("\"", "&quot;").ToString());
    }

    private sealed record Heading(int Level, string Id, string Text, int End);
}
