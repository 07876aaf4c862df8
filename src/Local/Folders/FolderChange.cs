namespace Blobpress.Local.Folders;

/// <summary>What bringing the container up to date with the folder did.</summary>
/// <param name="Files">The names of all files of the folder that are stored, sorted.</param>
/// <param name="Changed">The names uploaded or removed, sorted.</param>
/// <param name="Refused">
/// Why other files and folders were left out, a sentence each, by name: those that can't be read, or not this time, that no blob
/// can be named like, or that are no files at all. What is stored of an earlier version stays.
/// </param>
public sealed record FolderChange(IReadOnlyList<string> Files, IReadOnlyList<string> Changed, IReadOnlyDictionary<string, string> Refused);
