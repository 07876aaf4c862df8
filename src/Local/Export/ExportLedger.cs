namespace Blobpress.Local.Export;

/// <summary>
/// Remembers which folders hold exports. It lies beside the project and not in the exports, which hold the site's files and nothing else.
/// </summary>
/// <param name="file">One full path a line; made where missing.</param>
public sealed class ExportLedger(string file)
{
    /// <summary>True where an earlier export wrote this folder.</summary>
    public bool Holds(string folder) => File.Exists(file) && File.ReadLines(file).Contains(folder, StringComparer.Ordinal);

    public void Add(string folder)
    {
        if (Holds(folder))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.AppendAllLines(file, [folder]);
    }
}
