using System.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Local.Folders;

/// <summary>Finds the files of a folder that belong to the site. Nothing in it ends the scan but the folder itself.</summary>
/// <param name="root">A full path.</param>
/// <param name="excluded">Full paths of folders that are left out though they lie inside.</param>
internal sealed class FolderScan(string root, IReadOnlyCollection<string> excluded)
{
    private const string IsLink = "This is a link, and links are not followed: they may lead out of the folder or in a circle. Put the file itself here.";
    private const string IsTwin = "Another file has the same name but for the Unicode normalization of its characters; rename one of them.";
    private const string IsNoText = "The name is not in UTF-8; rename the file.";

    private static readonly EnumerationOptions All = new() { AttributesToSkip = FileAttributes.System, IgnoreInaccessible = false };

    /// <summary>The files of the folder, and what can't be one.</summary>
    /// <exception cref="LocalException">The folder itself is gone or can't be read.</exception>
    public FolderContents Run()
    {
        var found = new Found();
        try
        {
            Visit(new DirectoryInfo(root), "", found);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LocalException($"{root} can't be read: {fault.Message}", fault);
        }

        return new(found.Files, found.Refused, found.Unread);
    }

    private void Visit(DirectoryInfo folder, string prefix, Found found)
    {
        // In an order that does not depend on the file system: of two names that come to one, always the same is taken.
        foreach (var entry in folder.EnumerateFileSystemInfos("*", All).OrderByDescending(entry => IsComposed(entry.Name)).ThenBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (Belongs(entry, atTop: prefix.Length == 0))
            {
                Take(entry, prefix, found);
            }
        }
    }

    private bool Belongs(FileSystemInfo entry, bool atTop) => entry is DirectoryInfo
        ? !IgnoredNames.IsIgnoredFolder(entry.Name, atTop) && !excluded.Contains(entry.FullName)
        : !IgnoredNames.IsIgnoredFile(entry.Name);

    private void Take(FileSystemInfo entry, string prefix, Found found)
    {
        if (SourceName.Problem(prefix + entry.Name) is { } problem)
        {
            found.Refused[prefix + entry.Name] = problem;
            return;
        }

        var name = prefix + entry.Name.Normalize(NormalizationForm.FormC);
        try
        {
            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null)
            {
                found.Refused[name] = IsLink;
            }
            else if (entry is DirectoryInfo inner)
            {
                Visit(inner, name + "/", found);
            }
            else if (entry is FileInfo file && !found.Files.TryAdd(name, new FolderFile(file.FullName, file.Length, file.LastWriteTimeUtc)))
            {
                found.Refused[prefix + file.Name] = IsTwin;
            }
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            // Gone since its folder was listed, unless .NET can't spell its name.
            if (entry.Name.Contains('\ufffd', StringComparison.Ordinal))
            {
                found.Refused[name] = IsNoText;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            found.Refused[name] = $"It can't be read: {fault.Message}";
            found.Unread.Add(name + (entry is DirectoryInfo ? "/" : ""));
        }
    }

    private static bool IsComposed(string name) => SourceName.Problem(name) is not null || name.IsNormalized(NormalizationForm.FormC);

    private sealed class Found
    {
        public Dictionary<string, FolderFile> Files { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<string, string> Refused { get; } = new(StringComparer.Ordinal);

        public List<string> Unread { get; } = [];
    }
}
