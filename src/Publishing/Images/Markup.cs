namespace Blobpress.Publishing.Images;

/// <summary>Finds the first element of a text that may be XML or HTML, past declarations, comments and white space.</summary>
internal static class Markup
{
    /// <summary>The element's name in lower case, prefix included; empty where the text does not begin with markup.</summary>
    public static string FirstElement(string text)
    {
        var rest = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        while (rest.StartsWith("<?") || rest.StartsWith("<!"))
        {
            rest = AfterDeclaration(rest).TrimStart();
        }

        if (rest is not ['<', var first, ..] || !char.IsAsciiLetter(first))
            return text.TrimStart().StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) ? "html" : "";
        rest = rest[1..];
        var end = rest.IndexOfAnyExcept(Name);
        return (end < 0 ? rest : rest[..end]).ToString().ToLowerInvariant();
    }

    private static readonly System.Buffers.SearchValues<char> Name =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.");

    private static ReadOnlySpan<char> AfterDeclaration(ReadOnlySpan<char> rest)
    {
        var close = rest.StartsWith("<!--") ? "-->" : rest.StartsWith("<?") ? "?>" : ">";
        var end = rest.IndexOf(close);
        // An internal subset holds declarations with '>' of their own.
        if (close == ">" && end >= 0 && rest[..end].Contains('['))
            (close, end) = ("]>", rest.IndexOf("]>"));
        return end < 0 ? [] : rest[(end + close.Length)..];
    }
}
