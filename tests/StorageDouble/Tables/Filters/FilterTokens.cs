using System.Text.RegularExpressions;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables.Filters;

/// <summary>Splits a $filter into parentheses, words, and literals with their quotes and type marks.</summary>
internal static partial class FilterTokens
{
    public static IReadOnlyList<string> Split(string text)
    {
        var tokens = new List<string>();
        var position = 0;
        while (position < text.Length)
        {
            var match = TokenPattern.Match(text, position);
            if (!match.Success)
            {
                throw StorageError.InvalidInput($"The filter is not valid at character {position}.").Raise();
            }

            position += match.Length;
            if (!string.IsNullOrWhiteSpace(match.Value))
            {
                tokens.Add(match.Value);
            }
        }

        return tokens;
    }

    [GeneratedRegex(@"\G(?:\s+|[()]|(?:datetime|guid|binary|X)?'(?:[^']|'')*'|[^\s()']+)", RegexOptions.Singleline)]
    private static partial Regex TokenPattern { get; }
}
