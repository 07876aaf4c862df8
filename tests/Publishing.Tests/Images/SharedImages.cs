namespace Blobpress.Publishing.Tests.Images;

/// <summary>Real images from the wild, kept outside the project, one folder for each peculiarity.</summary>
internal static class SharedImages
{
    private static readonly string? Root = Find();

    /// <summary>The bytes of a file, found by its folder and name; the test is skipped where the collection is absent.</summary>
    public static byte[] Read(string name)
    {
        var file = Path.Combine(Root ?? "", "images", name);
        Assert.SkipUnless(Root is not null && File.Exists(file), $"no {name} in the shared images");
        return File.ReadAllBytes(file);
    }

    /// <summary>Every file of the collection, by folder and name; empty where it is absent.</summary>
    public static IEnumerable<string> Names => Root is null
        ? []
        : Directory.EnumerateFiles(Path.Combine(Root, "images"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Root, "images"), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Functions.sln")))
                continue;
            var beside = new[] { "../shared", "../../shared" }.Select(path => Path.GetFullPath(Path.Combine(folder.FullName, path)));
            return beside.FirstOrDefault(path => Directory.Exists(Path.Combine(path, "images")));
        }

        return null;
    }
}
