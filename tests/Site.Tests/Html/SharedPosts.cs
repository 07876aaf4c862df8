using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Html;

/// <summary>Real posts of other people, where they are at hand.</summary>
internal static class SharedPosts
{
    /// <summary>The folder of that name beside the repository; the test is skipped where there is none.</summary>
    public static string Folder(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Functions.sln")))
            root = root.Parent;
        var folder = new[] { "../shared", "../../shared" }
            .Select(s => Path.GetFullPath(Path.Combine(root?.FullName ?? ".", s, name)))
            .FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(folder is null, $"There is no folder shared/{name} beside the repository.");
        return folder!;
    }

    /// <summary>A post of a file whose front matter ends at the second line of dashes; enough for what is looked at here.</summary>
    public static Post Read(string file, BodyFormat format)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n").TrimStart('\ufeff', '\n');
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---", 3, StringComparison.Ordinal) : -1;
        var head = end < 0 ? "" : text[..end];
        var cover = head.Split('\n').FirstOrDefault(l => l.StartsWith("headimg:", StringComparison.Ordinal))?[8..].Trim(' ', '\'', '"');
        return Example.Post(end < 0 ? text : text[(end + 4)..], format, cover);
    }
}
