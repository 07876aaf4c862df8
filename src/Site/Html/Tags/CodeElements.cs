namespace Blobpress.Site.Html.Tags;

/// <summary>Where a text is code by its HTML: within <c>pre</c> and <c>code</c>.</summary>
internal sealed class CodeElements
{
    private readonly List<(int Start, int End)> _places = [];
    private int _next;

    /// <summary>Finds them in one pass.</summary>
    public CodeElements(string text)
    {
        var (pre, code) = (new Ahead(text, "</pre", StringComparison.OrdinalIgnoreCase), new Ahead(text, "</code", StringComparison.OrdinalIgnoreCase));
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf('<', at + 1) : -1)
        {
            if ((Begins(text, at, "pre") ? pre.From(at) : Begins(text, at, "code") ? code.From(at) : null) is not { } end)
                continue;
            _places.Add((at, end));
            at = end;
        }
    }

    /// <summary>True within such an element. Questions go forward through the text.</summary>
    public bool Hold(int at)
    {
        while (_next < _places.Count && _places[_next].End <= at)
            _next++;
        return _next < _places.Count && _places[_next].Start < at;
    }

    /// <summary>True within such an element, asked for in any order.</summary>
    public bool IsWithin(int at)
    {
        var (low, high) = (0, _places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _places[middle].End <= at ? (middle + 1, high) : (low, middle);
        }

        return low < _places.Count && _places[low].Start < at;
    }

    private static bool Begins(string text, int at, string name)
    {
        var after = at + 1 + name.Length;
        return after < text.Length && (text[after] == '>' || char.IsWhiteSpace(text[after])) && text.AsSpan(at + 1, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
