using System.Globalization;

namespace Blobpress.StorageDouble.Tables.Filters;

/// <summary>Reads a literal: 'text', true, 12, 12L, 1.5, datetime'…', guid'…', X'…' or binary'…'.</summary>
internal static class FilterLiteral
{
    /// <summary>The value, or null where the token is no literal.</summary>
    public static object? Read(string token)
    {
        var quote = token.IndexOf('\'', StringComparison.Ordinal);
        return quote < 0 ? ReadBare(token) : ReadQuoted(token[..quote], token[(quote + 1)..^1]);
    }

    private static object? ReadQuoted(string type, string text) => type switch
    {
        "" => text.Replace("''", "'", StringComparison.Ordinal),
        "datetime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime(),
        "guid" => Guid.Parse(text),
        _ => Convert.FromHexString(text),
    };

    private static object? ReadBare(string token) => token switch
    {
        "true" => true,
        "false" => false,
        _ => ReadNumber(token),
    };

    private static object? ReadNumber(string token)
    {
        var culture = CultureInfo.InvariantCulture;
        if (token[^1] is 'L' or 'l')
        {
            return long.TryParse(token[..^1], NumberStyles.AllowLeadingSign, culture, out var large) ? large : null;
        }

        if (int.TryParse(token, NumberStyles.AllowLeadingSign, culture, out var whole))
        {
            return whole;
        }

        return double.TryParse(token.TrimEnd('d', 'D'), NumberStyles.Float, culture, out var real) ? real : null;
    }
}
