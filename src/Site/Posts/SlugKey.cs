using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Posts;

/// <summary>The slug that a front matter gives, where its generator reads one.</summary>
internal static class SlugKey
{
    /// <summary>The slug as written; null where there is none. Hexo reads none; Hugo may take it off the file's name, with the date.</summary>
    public static string? Of(PostFields fields, PostFile file, SiteSettings settings)
    {
        if (fields.Find("slug") is { } entry && settings.Generator == Generator.Hexo)
        {
            if (fields.Line("slug") != file.Title) fields.Ignore(entry, "does not say where the page is: Hexo takes the name of the file; 'permalink' says it");
            return null;
        }

        if (fields.Line("slug") is { } slug) return slug;
        var isDated = settings.Generator == Generator.Hugo && file.Date is not null && settings.Urls.DateSources.Contains(":filename");
        return isDated ? file.Title : null;
    }
}
