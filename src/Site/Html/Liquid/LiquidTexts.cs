using System.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html.Liquid;

/// <summary>What comes of a post's Liquid: the text, where each part of it is from, and the notes.</summary>
internal sealed class LiquidTexts
{
    private const int MaxNotes = 100;

    // Characters that no text means anything by (Unicode 23.7), for a brace that is no template's.
    private const char FirstMark = '\uFDD0';
    private const char LastMark = '\uFDEF';

    private readonly Post _post;
    private readonly ArticleNotes _notes;
    private readonly CodePlaces _code;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly char _mark;

    public LiquidTexts(Post post, ArticleNotes notes)
    {
        (_post, _notes) = (post, notes);
        Map = new(post.Body.Text);
        _code = new(post.Body.Text, post.Body.Format == BodyFormat.Markdown);
        _mark = FirstMark;
        while (_mark < LastMark && post.Body.Text.Contains(_mark, StringComparison.Ordinal))
            _mark++;
    }

    /// <summary>The text as far as it is expanded.</summary>
    public StringBuilder Output { get; } = new();

    /// <summary>Where its parts are from.</summary>
    public LineMap Map { get; }

    /// <summary>Notes that what comes next is from a part of the post.</summary>
    public void Mark(StringBuilder output, LiquidNode node)
    {
        if (ReferenceEquals(output, Output))
            Map.Add(output.Length, node.Start, node is LiquidNode.Text or LiquidNode.Raw or LiquidNode.Written);
    }

    /// <summary>A text in which nothing is taken for a tag any more, until <see cref="Restore"/>.</summary>
    public string Literal(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
            return text;
        var literal = new StringBuilder(text);
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (text[at] == '{' && text[at + 1] is '{' or '%' or '#')
                literal[at] = _mark;
        }

        return literal.ToString();
    }

    /// <summary>The text with the braces that <see cref="Literal"/> took away.</summary>
    public string Restore(string text) => text.Replace(_mark, '{');

    /// <summary>True for what is shown as it is written where it means nothing: code, and what looks like TeX.</summary>
    public bool IsWritten(LiquidNode node)
    {
        var text = _post.Body.Text;
        return _code.Hold(node.Start)
            || (node is LiquidNode.Value && node.Start > 0 && (char.IsLetterOrDigit(text[node.Start - 1]) || text[node.Start - 1] is '_' or '^' or '\\' or '}' or '{' or '$') && !IsMember(text, node));
    }

    // site.title, and nothing of TeX's.
    private static bool IsMember(string text, LiquidNode node) => text.AsSpan(node.Start, node.End - node.Start).Trim("{} -") is var inner
        && (inner.StartsWith("page.") || inner.StartsWith("site.") || inner.StartsWith("include."));

    /// <summary>Adds a note of a place of the post, each message once.</summary>
    public void Note(int at, string message)
    {
        if (_told.Count > MaxNotes || !_told.Add(message))
            return;
        var before = _post.Body.Text.AsSpan(0, at);
        _notes.Add(before.Count('\n'), at - before.LastIndexOf('\n'), message);
    }
}
