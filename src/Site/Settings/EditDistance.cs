namespace Blobpress.Site.Settings;

/// <summary>How far two words are apart (Levenshtein).</summary>
internal static class EditDistance
{
    private const int Longest = 64;

    /// <summary>Insertions, deletions and replacements between two words, case not told apart; of long ones the first 64 characters count.</summary>
    public static int Between(string one, string other)
    {
        var (a, b) = (Word(one), Word(other));
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    private static string Word(string text) => (text.Length <= Longest ? text : text[..Longest]).ToLowerInvariant();
}
