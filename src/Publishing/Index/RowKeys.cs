using System.Globalization;

namespace Blobpress.Publishing.Index;

/// <summary>The row keys inside a partition of the lists table.</summary>
internal static class RowKeys
{
    /// <summary>Marks the front page and the feeds as to be rendered.</summary>
    public const string FrontMark = "mf";

    /// <summary>All marks.</summary>
    public const string Marks = "m";

    /// <summary>All nodes.</summary>
    public const string Nodes = "n";

    public static string Entry(string key) => "p" + key;

    /// <summary>The second row of an entry, in the opposite order.</summary>
    public static string Backward(string key) => "r" + key;

    /// <summary>A post among those that links of one kind may mean.</summary>
    public static string Named(string kind, string key) => "h" + kind + key;

    /// <summary>A node; those of one level stand together.</summary>
    public static string Node(int level, string prefix) => Nodes + level.ToString("D2", CultureInfo.InvariantCulture) + prefix;

    /// <summary>Marks a node's page as to be rendered.</summary>
    public static string NodeMark(int level, string prefix) => "mn" + level.ToString("D2", CultureInfo.InvariantCulture) + prefix;

    /// <summary>Marks a node that was split or merged: its page and all pages below it.</summary>
    public static string DeepMark(int level, string prefix) => "md" + level.ToString("D2", CultureInfo.InvariantCulture) + prefix;

    /// <summary>True for a mark made by <see cref="DeepMark"/>.</summary>
    public static bool IsDeep(string mark) => mark.StartsWith("md", StringComparison.Ordinal);

    /// <summary>The prefix in the key of a node or of a node's mark.</summary>
    public static string PrefixOf(string rowKey) => rowKey[(rowKey[0] == 'm' ? 4 : 3)..];

    /// <summary>The first key after all that begin with <paramref name="prefix"/>, which ends in an ASCII character.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
