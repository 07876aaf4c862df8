namespace Blobpress.Local.Tests.Seeds;

/// <summary>Third-party files, which lie beside the repository and are no part of it.</summary>
internal static class SharedFolder
{
    /// <summary>The folder of that name; the test is skipped where there is none.</summary>
    public static string Of(string name)
    {
        var folder = new[] { "../shared", "../../shared" }.Select(shared => Path.Combine(ProjectFolder.Root, shared, name)).FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(folder is null, $"There is no folder ../shared/{name} beside the repository.");
        return folder!;
    }
}
