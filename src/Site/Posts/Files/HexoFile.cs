using Blobpress.Site.Settings;

namespace Blobpress.Site.Posts.Files;

/// <summary>
/// Names as Hexo reads them: posts lie in <c>source/_posts/</c>, drafts in <c>source/_drafts/</c>, pages elsewhere in
/// <c>source/</c>; files and folders that begin with <c>_</c> or <c>.</c> are none.
/// </summary>
internal static class HexoFile
{
    private const string Posts = "_posts";
    private const string Drafts = "_drafts";

    public static PostFile Of(string name, UrlSettings settings)
    {
        var (below, isSaid) = FileNames.BelowSource(name, settings.SourceFolder);
        var inSource = FileNames.Below(below, "source");
        var place = inSource ?? below;
        var path = FileNames.WithoutExtension(FileNames.Below(place, Posts) ?? FileNames.Below(place, Drafts) ?? PlainFile.BelowPages(place));
        var role = FileNames.Below(place, Drafts) is not null ? FileRole.Draft
            : FileNames.Below(place, Posts) is not null ? FileRole.Post
            : isSaid || inSource is not null || PlainFile.IsOfPages(place) ? FileRole.Page
            : FileRole.Either;
        var file = Titled(path, settings.FileNames) with { Html = FileNames.IsHtml(name) };
        return file with { Role = IsHidden(path) ? FileRole.Nothing : role };
    }

    private static PostFile Titled(string path, string? fileNames)
    {
        if (fileNames is not null) return HexoFileName.Read(path, fileNames);
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var (date, rest) = FileNames.Dated(path[folder.Length..]);
        return new() { Role = FileRole.Either, Path = path, Title = folder + rest, Date = date };
    }

    private static bool IsHidden(string path) => FileNames.Segments(path).Any(segment => segment[0] is '_' or '.');
}
