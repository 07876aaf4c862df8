namespace Blobpress.Site.Html.Tags;

/// <summary>Marks of list items (CommonMark, 5.2).</summary>
internal static class ListMark
{
    /// <summary>True for a line that begins an item.</summary>
    public static bool Begins(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart();
        if (text.IsEmpty)
            return false;
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        var mark = digits > 0 && text[digits] is '.' or ')' ? digits + 1 : text[0] is '*' or '-' or '+' ? 1 : 0;
        return mark > 0 && mark < text.Length && char.IsWhiteSpace(text[mark]);
    }
}
