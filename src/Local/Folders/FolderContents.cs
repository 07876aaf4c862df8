namespace Blobpress.Local.Folders;

/// <summary>What a scan of a folder found.</summary>
/// <param name="Files">The files by name: relative, with slashes, in Unicode normalization form C.</param>
/// <param name="Refused">Why other files and folders are left out, a sentence each.</param>
/// <param name="Unread">The beginnings of the names of files that may be there: folders that could not be read this time.</param>
internal sealed record FolderContents(
    IReadOnlyDictionary<string, FolderFile> Files, IReadOnlyDictionary<string, string> Refused, IReadOnlyCollection<string> Unread);
