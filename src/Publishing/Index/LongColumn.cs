using Azure.Data.Tables;

namespace Blobpress.Publishing.Index;

/// <summary>A text of any length in a row: a property holds 64 KiB, which is 32 Ki UTF-16 units, so a longer one is cut into as many as it needs.</summary>
internal static class LongColumn
{
    private const int PartLength = 32_000;

    /// <summary>The properties that hold a text: the column's name with 0, 1 and so on.</summary>
    public static IEnumerable<(string Name, string Part)> Split(string column, string text)
    {
        for (var at = 0; at < text.Length; at += PartLength)
        {
            yield return ($"{column}{at / PartLength}", text.Substring(at, Math.Min(PartLength, text.Length - at)));
        }
    }

    /// <summary>The text in a row; empty where it has none.</summary>
    public static string Join(TableEntity row, string column) =>
        string.Concat(Enumerable.Range(0, row.Count).Select(part => row.GetString($"{column}{part}")).TakeWhile(part => part is not null));
}
