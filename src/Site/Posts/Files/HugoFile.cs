using Blobpress.Site.Settings;

namespace Blobpress.Site.Posts.Files;

/// <summary>
/// Names as Hugo reads them: content lies in <c>content/</c>, its first folder is its section, and what lies in none is a page;
/// <c>index.md</c> and <c>_index.md</c> are their folder's.
/// </summary>
internal static class HugoFile
{
    public static PostFile Of(string name, SiteSettings site)
    {
        var (below, isSaid) = FileNames.BelowSource(name, site.Urls.SourceFolder);
        var inContent = FileNames.Below(below, "content");
        var (path, language) = WithoutLanguage(FileNames.WithoutExtension(inContent ?? below), site.Urls.Languages);
        var file = new PostFile { Role = FileRole.Either, Path = path, Title = path, Language = language, Html = FileNames.IsHtml(name) };
        var (date, rest) = FileNames.Dated(file.BundleName);
        return file with { Role = RoleOf(file, isSaid || inContent is not null), Title = rest, Date = date };
    }

    private static FileRole RoleOf(PostFile file, bool isContent)
    {
        if (file.Name == "_index" || file.Path.StartsWith("page/", StringComparison.Ordinal) || PlainFile.IsOfPages(file.Path)) return FileRole.Page;
        var inSection = file.BundlePath.Contains('/', StringComparison.Ordinal);
        return inSection ? FileRole.Post : isContent ? FileRole.Page : FileRole.Either;
    }

    // content/de/x.md and x.de.md, of the languages that the site has.
    private static (string Path, string? Language) WithoutLanguage(string path, IReadOnlyList<string> languages)
    {
        foreach (var language in languages)
        {
            if (FileNames.Below(path, language) is { } below) return (below, language);
            if (path.EndsWith("." + language, StringComparison.OrdinalIgnoreCase)) return (path[..^(language.Length + 1)], language);
        }

        return (path, null);
    }
}
