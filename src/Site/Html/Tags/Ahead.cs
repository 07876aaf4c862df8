namespace Blobpress.Site.Html.Tags;

/// <summary>Where a mark comes next, for questions that go forward through a text: no part of it is searched twice in vain.</summary>
internal sealed class Ahead(string text, string mark, StringComparison comparison = StringComparison.Ordinal)
{
    private int _known = -1;

    /// <summary>The first place at or after <paramref name="at"/>; null where there is none.</summary>
    public int? From(int at)
    {
        if (_known < at && _known != text.Length)
            _known = at < text.Length && text.IndexOf(mark, at, comparison) is >= 0 and var place ? place : text.Length;
        return _known < text.Length ? _known : null;
    }
}
