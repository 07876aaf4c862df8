namespace Blobpress.Site.Tests.Posts;

/// <summary>Third-party posts, which lie beside the repository and are no part of it.</summary>
internal static class Shared
{
    /// <summary>A folder beside the repository; the test is skipped where it is absent.</summary>
    public static string Folder(string name)
    {
        var folder = Candidates().Select(shared => Path.Combine(shared, name)).FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(folder is null, $"There is no folder ../shared/{name} beside the repository.");
        return folder!;
    }

    private static IEnumerable<string> Candidates()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "Functions.sln"))) continue;
            yield return Path.Combine(at.FullName, "..", "shared");
            yield return Path.Combine(at.FullName, "..", "..", "shared");
        }
    }
}
