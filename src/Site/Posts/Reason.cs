using System.Globalization;

namespace Blobpress.Site.Posts;

/// <summary>Why a post was rejected, or what in it was ignored; for its author to read.</summary>
/// <param name="Line">1-based line in the file, or 0 where no line applies.</param>
/// <param name="Column">1-based column in UTF-16 units, or 0 where no column applies.</param>
/// <param name="Message">One sentence: what is wrong and, where it helps, what to write instead.</param>
public sealed record Reason(int Line, int Column, string Message)
{
    /// <summary>Where in a source it is, as <c>name:line:column</c>, which editors and terminals open; null where no line applies.</summary>
    public string? PlaceIn(string source) => Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{source}:{Line}:{Math.Max(Column, 1)}") : null;
}
