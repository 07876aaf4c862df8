namespace Blobpress.Local.Folders;

/// <summary>What bringing the container up to date with the folder did.</summary>
/// <param name="Files">The names of all files of the folder, sorted.</param>
/// <param name="Changed">The names uploaded or removed, sorted.</param>
/// <param name="Unreadable">The names that could not be read this time, such as files that another program holds locked.</param>
public sealed record FolderChange(IReadOnlyList<string> Files, IReadOnlyList<string> Changed, IReadOnlyList<string> Unreadable);
