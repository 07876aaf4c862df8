namespace Blobpress.Site.Html.Tags;

/// <summary>White space in a line.</summary>
internal static class Blank
{
    /// <summary>The first place from <paramref name="at"/> on that is no white space; the text's end where all is.</summary>
    public static int Skip(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>The first place from <paramref name="at"/> on that is white space; the text's end where there is none.</summary>
    public static int Find(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
