using System.Text.RegularExpressions;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables;

/// <summary>The table a path names, and the entity where it names one: posts(PartitionKey='a',RowKey='b').</summary>
internal sealed partial record TablePath(string Table, EntityKey? Key, bool HasParentheses)
{
    public static TablePath Read(StorageRequest request)
    {
        var path = (TablePath?)request.Target ?? Parse(request.Path);
        request.Target = path;
        return path;
    }

    /// <summary>Reads a percent-encoded path or address; in a key a quote is doubled.</summary>
    private static TablePath Parse(string path)
    {
        // Decoded only after the last slash is found: a key may hold an encoded one.
        var text = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        var match = EntityPattern.Match(text);
        if (match.Success)
        {
            return new(match.Groups["table"].Value, new EntityKey(Unquote(match, "partition"), Unquote(match, "row")), true);
        }

        var parenthesis = text.IndexOf('(', StringComparison.Ordinal);
        return parenthesis < 0 ? new(text, null, false) : new(text[..parenthesis], null, true);
    }

    /// <summary>The name in Tables('name'), the path of a table itself.</summary>
    public static string ReadTableName(string path)
    {
        var parts = Uri.UnescapeDataString(path).Split('\'');
        return parts.Length == 3 ? parts[1] : "";
    }

    private static string Unquote(Match match, string group) => match.Groups[group].Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<table>[^(]+)\(PartitionKey='(?<partition>(?:[^']|'')*)',\s*RowKey='(?<row>(?:[^']|'')*)'\)$", RegexOptions.Singleline)]
    private static partial Regex EntityPattern { get; }
}
