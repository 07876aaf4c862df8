namespace Blobpress.Site.Posts.Files;

/// <summary>Names where no generator has a say: all are posts or pages as their front matter says, those in <c>pages/</c> and <c>_pages/</c> pages; <c>x/index.md</c> is x.</summary>
internal static class PlainFile
{
    private const string Hidden = "_pages";

    public static PostFile Of(string name)
    {
        var path = BelowPages(FileNames.WithoutExtension(name));
        var isDraft = FileNames.Segments(path).Contains("_drafts", StringComparer.OrdinalIgnoreCase);
        var file = new PostFile
        {
            Role = isDraft ? FileRole.Draft : IsOfPages(name) ? FileRole.Page : FileRole.Either,
            Path = path,
            Title = path,
            Html = FileNames.IsHtml(name),
        };
        var (date, rest) = FileNames.Dated(file.BundleName);
        return file with { Date = date, Title = rest };
    }

    /// <summary>True below a folder of pages at the top.</summary>
    public static bool IsOfPages(string name) => FileNames.Segments(name) is ["pages" or Hidden, _, ..];

    /// <summary>The name below <c>_pages/</c>, which no URL shows.</summary>
    public static string BelowPages(string name) => FileNames.Below(name, Hidden) ?? name;
}
