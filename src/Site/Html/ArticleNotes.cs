using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>What there is to say about a body that was read, each at its place in the source file.</summary>
/// <param name="body">The body as its author wrote it.</param>
internal sealed class ArticleNotes(PostBody body)
{
    private const int MaxNotes = 100;

    // Each look may go through the whole text.
    private const int MaxLooks = 100;

    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);
    private readonly List<Reason> _all = [];
    private int _looks;
    private int _more;
    private int _links;

    /// <summary>All of them, at most 100; where there were more, the last one tells how many.</summary>
    public IReadOnlyList<Reason> All => _more == 0 ? _all : [.. _all, new(0, 0, $"There is as much to say of {_more:N0} more places.")];

    /// <summary>Adds a note of a line, the first of the body being 0.</summary>
    public void Add(int line, int column, string message) => Add(new(body.FirstLine + line, column, message));

    /// <summary>Adds a note of the next place of a text as its author wrote it; of none where it is not there.</summary>
    public void Add(string written, string message)
    {
        if (written.Length == 0 || _all.Count >= MaxNotes || ++_looks > MaxLooks || Next(written) is not { } at)
        {
            Add(new Reason(0, 0, message));
            return;
        }

        _next[written] = at + written.Length;
        Add(at, message);
    }

    /// <summary>Adds a note of a link, in the order of the text. Its address was written with percent codes or without; where it is not there, the note is of no place.</summary>
    public void AddLink(string address, string plain, string message)
    {
        if (_all.Count >= MaxNotes || ++_looks > MaxLooks || new[] { AddressAt(address), AddressAt(plain) }.Min() is not { } at)
        {
            Add(new Reason(0, 0, message));
            return;
        }

        _links = at + 1;
        Add(at, message);
    }

    // Behind the link before it: and not the end of another address.
    private int? AddressAt(string address)
    {
        var text = body.Text;
        for (var from = _links; address.Length > 0 && from < text.Length; from++)
        {
            from = text.IndexOf(address, from, StringComparison.Ordinal);
            if (from < 0)
                return null;
            if (from == 0 || !(char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '/' or '.' or '-' or '_' or '%'))
                return from;
        }

        return null;
    }

    private void Add(int at, string message)
    {
        var before = body.Text.AsSpan(0, at);
        Add(before.Count('\n'), at - before.LastIndexOf('\n'), message);
    }

    private int? Next(string written)
    {
        var from = _next.GetValueOrDefault(written);
        return from < body.Text.Length && body.Text.IndexOf(written, from, StringComparison.Ordinal) is >= 0 and var at ? at : null;
    }

    private void Add(Reason note)
    {
        if (_all.Count < MaxNotes)
            _all.Add(note);
        else
            _more++;
    }
}
