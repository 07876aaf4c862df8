namespace Blobpress.Site.Html.Themes.Bounds;

/// <summary>Looks at how deeply a template nests before a parser does, which goes down as deep as it is led.</summary>
internal static class TemplateShape
{
    private static readonly HashSet<string> Blocks = ["if", "unless", "case", "for", "tablerow", "capture", "ifchanged", "comment", "raw"];

    /// <summary>Where the template nests too deeply, as an index; -1 where it does not.</summary>
    public static int TooDeep(string text)
    {
        var (depth, at) = (0, 0);
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            if (open < 0 || open + 1 >= text.Length)
                return -1;
            if (text[open + 1] is not ('{' or '%'))
            {
                at = open + 1;
                continue;
            }

            var close = text.IndexOf(text[open + 1] == '%' ? "%}" : "}}", open + 2, StringComparison.Ordinal);
            var tag = text.AsSpan(open + 2, (close < 0 ? text.Length : close) - open - 2);
            if (Signs(tag) > TemplateBudget.MaxDepth)
                return open;
            if (text[open + 1] == '%')
                depth = Math.Max(0, depth + Opened(tag));
            if (depth > TemplateBudget.MaxDepth)
                return open;
            at = close < 0 ? text.Length : close + 2;
        }

        return -1;
    }

    // Each goes a step down: filters, what "and" and "or" join, brackets. The tag "liquid" holds others, a line each.
    private static int Signs(ReadOnlySpan<char> tag)
    {
        if (!Name(tag).SequenceEqual("liquid"))
            return SignsIn(tag);
        var most = 0;
        foreach (var line in tag.EnumerateLines())
            most = Math.Max(most, SignsIn(line));
        return most;
    }

    private static int SignsIn(ReadOnlySpan<char> text) =>
        text.Count('|') + text.Count('[') + text.Count('(') + text.Count("or ") + text.Count("and ") + text.Count("or\n") + text.Count("and\n");

    private static int Opened(ReadOnlySpan<char> tag)
    {
        var name = Name(tag);
        if (!name.SequenceEqual("liquid"))
            return Opens(name);
        var (depth, deepest) = (0, 0);
        foreach (var line in tag.EnumerateLines())
            deepest = Math.Max(deepest, depth += Opens(Name(line)));
        return deepest > TemplateBudget.MaxDepth ? deepest : depth;
    }

    private static int Opens(ReadOnlySpan<char> name) =>
        name.StartsWith("end") ? -1 : Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) ? 1 : 0;

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart("- \t\r\n");
        var end = name.IndexOfAnyExceptInRange('a', 'z');
        return end < 0 ? name : name[..end];
    }
}
