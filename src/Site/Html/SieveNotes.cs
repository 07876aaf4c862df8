using Blobpress.Site.Html.Markup;

namespace Blobpress.Site.Html;

/// <summary>What the sieve tells of, each kind once.</summary>
internal sealed class SieveNotes(ArticleNotes notes)
{
    private const int MaxNotes = 20;
    private const int MaxWords = 300;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>An element that was taken off what it encloses; the elements that HTML had of old say nothing that a note must.</summary>
    public void Unwrap(string name)
    {
        if (!KnownElements.IsKnown(name))
            Once("<" + name, $"<{name}> is no element of HTML; what it encloses is shown without it.");
    }

    /// <summary>An element that does something, which nothing on a page does.</summary>
    public void Inactive(string name) => Once("<" + name, $"<{name}> was taken out: posts run no code and send no forms here. Text that it encloses is shown.");

    /// <summary>Words that are left out.</summary>
    public void Words(string name, string text)
    {
        var words = PlainText.Of(text);
        if (words.Length > 0)
            notes.Add("<" + name, $"<{name}> was taken out with the words in it: {(words.Length <= MaxWords ? words : words[..MaxWords] + $" … ({words.Length:N0} characters)")}");
    }

    /// <summary>A drawing in the text; with the words in it, where it has some.</summary>
    public void Drawing(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            Once("<svg", "<svg> was taken out: put a drawing into a file of its own and name it as an image.");
        else
            Words("svg", text);
    }

    private void Once(string written, string message)
    {
        if (_told.Count < MaxNotes && _told.Add(written))
            notes.Add(written, message);
    }
}
