namespace Blobpress.Local.Tests;

/// <summary>Every file's name and text, sorted, in one string that an example can show.</summary>
internal sealed record FolderText(string Folder)
{
    public override string ToString() => string.Join('\n', Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(file => $"{Path.GetRelativePath(Folder, file).Replace('\\', '/')}: {File.ReadAllText(file)}")
        .Order(StringComparer.Ordinal));
}
