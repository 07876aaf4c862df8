using System.Text;

namespace Blobpress.Local.Folders;

/// <summary>Finds the files of a folder that belong to the site.</summary>
/// <param name="root">A full path.</param>
/// <param name="excluded">Full paths of folders that are left out though they lie inside.</param>
internal sealed class FolderScan(string root, IReadOnlyCollection<string> excluded)
{
    // Links are not followed: they may lead out of the folder or in a circle.
    private static readonly EnumerationOptions NoLinks = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System,
    };

    /// <summary>The files by name: relative, with slashes, in Unicode normalization form C whatever the file system uses.</summary>
    /// <exception cref="LocalException">The folder itself is gone or can't be read.</exception>
    public Dictionary<string, FolderFile> Run()
    {
        var files = new Dictionary<string, FolderFile>(StringComparer.Ordinal);
        try
        {
            Visit(new DirectoryInfo(root), "", files);
        }
        catch (Exception fault) when (fault is DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new LocalException($"{root} can't be read: {fault.Message}", fault);
        }

        return files;
    }

    private void Visit(DirectoryInfo folder, string prefix, Dictionary<string, FolderFile> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", NoLinks))
        {
            var name = prefix + entry.Name.Normalize(NormalizationForm.FormC);
            if (entry is FileInfo file && !IgnoredNames.IsIgnoredFile(file.Name))
            {
                files[name] = new FolderFile(file.FullName, file.Length, file.LastWriteTimeUtc);
            }
            else if (entry is DirectoryInfo inner && Belongs(inner, atTop: prefix.Length == 0))
            {
                VisitIfStillThere(inner, name + "/", files);
            }
        }
    }

    private bool Belongs(DirectoryInfo folder, bool atTop) =>
        !IgnoredNames.IsIgnoredFolder(folder.Name, atTop) && !excluded.Contains(folder.FullName);

    private void VisitIfStillThere(DirectoryInfo folder, string prefix, Dictionary<string, FolderFile> files)
    {
        try
        {
            Visit(folder, prefix, files);
        }
        catch (DirectoryNotFoundException)
        {
            // Deleted since its parent was listed: it has no files.
        }
    }
}
