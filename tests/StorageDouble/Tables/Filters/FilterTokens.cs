using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables.Filters;

/// <summary>Splits a $filter into parentheses, words, and literals with their quotes and type marks.</summary>
internal static class FilterTokens
{
    public static IReadOnlyList<string> Split(string text)
    {
        var tokens = new List<string>();
        for (var position = 0; position < text.Length;)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            var end = text[position] is '(' or ')' ? position + 1 : EndOfWord(text, position);
            tokens.Add(text[position..end]);
            position = end;
        }

        return tokens;
    }

    // A quote begins a literal, at once or after the mark of its type: datetime'…', guid'…', binary'…', X'…'.
    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is not ('(' or ')' or '\'') && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        var isLiteral = end < text.Length && text[end] == '\'' && text[start..end] is "" or "datetime" or "guid" or "binary" or "X";
        return !isLiteral ? Require(end > start, end, start) : EndOfLiteral(text, end);
    }

    private static int EndOfLiteral(string text, int quote)
    {
        for (var end = quote + 1; end < text.Length; end++)
        {
            if (text[end] != '\'')
            {
                continue;
            }

            // A quote within is doubled.
            if (end + 1 == text.Length || text[end + 1] != '\'')
            {
                return end + 1;
            }

            end++;
        }

        return Require(false, quote, quote);
    }

    private static int Require(bool isValid, int end, int position) =>
        isValid ? end : throw StorageError.InvalidInput($"The filter is not valid at character {position}.").Raise();
}
