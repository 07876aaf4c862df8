namespace Blobpress.Local.Folders;

/// <summary>A file as a scan found it; while these three stay the same its content does too.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">The last write.</param>
internal sealed record FolderFile(string Path, long Length, DateTime Modified);
