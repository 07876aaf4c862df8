namespace Blobpress.Site.Posts;

/// <summary>Why a post was rejected, or what in it was ignored; for its author to read.</summary>
/// <param name="Line">1-based line in the file, or 0 where no line applies.</param>
/// <param name="Column">1-based column in UTF-16 units, or 0 where no column applies.</param>
/// <param name="Message">One sentence: what is wrong and, where it helps, what to write instead.</param>
public sealed record Reason(int Line, int Column, string Message);
