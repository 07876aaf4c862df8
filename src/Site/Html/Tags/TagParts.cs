namespace Blobpress.Site.Html.Tags;

/// <summary>Arguments that commas divide, as themes of Hexo have them; a comma within quotes divides none.</summary>
internal sealed class TagParts(string arguments)
{
    private static readonly string[] Colors =
        ["default", "primary", "success", "info", "warning", "danger", "blue", "pink", "red", "purple", "orange", "green", "cyan", "yellow", "gray", "grey", "black", "white"];

    private readonly string[] _parts = [.. arguments.Split(',').Select(part => part.Trim().Trim('"', '\'').Trim())];

    /// <summary>How many there are.</summary>
    public int Count => _parts.Length;

    /// <summary>One of them; empty where there are fewer.</summary>
    public string this[int at] => at < _parts.Length ? _parts[at] : "";

    /// <summary>All from one on, as they were divided.</summary>
    public string From(int at) => at < _parts.Length ? string.Join(", ", _parts[at..]) : "";

    /// <summary>True for a word that only says what something is to look like.</summary>
    public static bool IsStyle(string word) => Colors.Contains(word.ToLowerInvariant());

    /// <summary>True for what can only be an address.</summary>
    public static bool IsAddress(string part) => part.Contains("://", StringComparison.Ordinal) || part.StartsWith('/') || part.StartsWith('#') || part.StartsWith("./", StringComparison.Ordinal);
}
