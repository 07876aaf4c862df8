using System.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html.Tags;

/// <summary>The text in which tags are expanded.</summary>
/// <param name="limit">What it may hold.</param>
internal sealed class TagOutput(OutputLimit limit)
{
    private readonly StringBuilder _text = new();

    /// <summary>True where a line begins.</summary>
    public bool AtLineStart => _text.Length == 0 || _text[^1] == '\n';

    /// <summary>Adds a text, or a line with its end.</summary>
    /// <exception cref="LimitException">It is more than may be made.</exception>
    public void Line(string line)
    {
        limit.Spend(line.Length);
        _text.Append(line);
    }

    /// <inheritdoc cref="Line"/>
    public void Text(string text) => Line(text);

    /// <summary>Adds HTML between blank lines, so that Markdown beside it is read as such.</summary>
    /// <param name="prefix">The marks of quotes and the indentation of lists that the lines begin with.</param>
    /// <param name="html">The HTML; nothing for a mere gap.</param>
    public void Block(string prefix, string html)
    {
        limit.Spend((5 * prefix.Length) + html.Length + 4);
        if (AtLineStart)
            _text.Append(prefix);
        _text.Append('\n').Append(prefix).Append('\n').Append(prefix);
        if (html.Length > 0)
            _text.Append(html.TrimEnd('\n')).Append('\n').Append(prefix).Append('\n').Append(prefix);
    }

    /// <summary>The last line with its end; empty where there is none.</summary>
    public string LastLine()
    {
        var start = _text.Length - 1;
        while (start > 0 && _text[start - 1] != '\n')
            start--;
        return start < 0 ? "" : _text.ToString(start, _text.Length - start);
    }

    /// <summary>The last characters, at most <paramref name="most"/>.</summary>
    public string End(int most) => _text.Length <= most ? _text.ToString() : _text.ToString(_text.Length - most, most);

    /// <summary>Takes characters off the end.</summary>
    public void Shorten(int characters) => _text.Length -= characters;

    /// <summary>Puts a text before the end of the last line.</summary>
    public void ExtendLine(string text)
    {
        limit.Spend(text.Length);
        var ended = _text.Length > 0 && _text[^1] == '\n';
        _text.Length -= ended ? 1 : 0;
        _text.Append(text).Append(ended ? "\n" : "");
    }

    public override string ToString() => _text.ToString();
}
