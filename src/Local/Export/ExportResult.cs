namespace Blobpress.Local.Export;

/// <summary>What an export did.</summary>
/// <param name="Count">How many files were written.</param>
/// <param name="LeftOut">Why others were not, a sentence each, by name: no folder of this system can hold them.</param>
public sealed record ExportResult(int Count, IReadOnlyDictionary<string, string> LeftOut);
