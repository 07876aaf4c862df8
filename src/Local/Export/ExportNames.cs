using System.Text;

namespace Blobpress.Local.Export;

/// <summary>Which files of a site a folder can hold: a blob's name may be what no path can be.</summary>
internal static class ExportNames
{
    private const int MostBytes = 255;

    private static readonly StringComparer Names = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>Sets the names apart that can't be files, with a sentence each.</summary>
    public static (IReadOnlyList<string> Files, SortedDictionary<string, string> LeftOut) Split(IEnumerable<string> names)
    {
        var all = names.Order(StringComparer.Ordinal).ToList();
        var folders = all.SelectMany(Folders).ToHashSet(Names);
        var (files, leftOut) = (new Dictionary<string, string>(Names), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var name in all)
        {
            if (folders.Contains(name))
            {
                leftOut[name] = "The site has a folder of this name as well.";
            }
            else if (!name.Split('/').All(CanBe))
            {
                leftOut[name] = "Its name, or a part of it, can't be that of a file here.";
            }
            else if (!files.TryAdd(name, name))
            {
                leftOut[name] = $"Here it is the same as {files[name]}.";
            }
        }

        return (files.Values.Order(StringComparer.Ordinal).ToList(), leftOut);
    }

    private static IEnumerable<string> Folders(string name)
    {
        for (var at = name.IndexOf('/', StringComparison.Ordinal); at >= 0; at = name.IndexOf('/', at + 1))
        {
            yield return name[..at];
        }
    }

    private static bool CanBe(string segment) =>
        segment.Length > 0
        && segment is not ("." or "..")
        && Encoding.UTF8.GetByteCount(segment) <= MostBytes
        && segment.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0
        && !(OperatingSystem.IsWindows() && segment[^1] is '.' or ' ');
}
