using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>Makes a post of its front matter and body. What is unfit to be published is left in the fields' faults.</summary>
internal static class PostDraft
{
    private const int MaxTitle = 500;

    /// <summary>The keys of old URLs: Hexo's, Jekyll's and Hugo's.</summary>
    public static string[] AliasNames { get; } = ["alias", "aliases", "redirectfrom"];

    /// <summary>The post; its date is the upload's where it has none of its own that can be read.</summary>
    public static Post Of(string name, FrontMatter source, PostFields fields, DateTimeOffset uploaded, SiteSettings settings)
    {
        Availability.NoteLayout(fields);
        var file = PostFile.Of(name, settings);
        var format = BodyMarkup.Of(source.Body, file.Html);
        var title = fields.Line("title") ?? FirstHeading.Of(source.Body, format) ?? PlainLine.Of(TitleOf(file));
        var date = PostDate.Of(file, fields, uploaded, settings);
        var (categories, urlCategories) = Terms.Categories(fields, file, settings);
        return new Post
        {
            Name = name,
            IsPage = PageLayout.IsPage(file, fields, source, settings.Generator),
            Title = title.Length <= MaxTitle ? title : Excerpt.Of(title, MaxTitle),
            Date = date.Date,
            UrlDate = date.UrlDate,
            IsUndated = date.IsUndated,
            Updated = fields.LenientDate("updated", "lastmod", "modified", "lastmodifiedat", "updatedat")?.Date.Date,
            Expires = fields.Date("expires", "expirydate", "unpublishdate"),
            Draft = Availability.IsDraft(fields, file, source, settings.Generator),
            Slug = SlugKey.Of(fields, file, settings),
            Permalink = PermalinkKey.Of(fields, settings),
            Abbrlink = fields.Line("abbrlink"),
            Values = PermalinkKey.Values(fields, settings),
            Aliases = Aliases(fields),
            Categories = categories,
            UrlCategories = urlCategories,
            Tags = Terms.Tags(fields, settings.Generator),
            Authors = Terms.Authors(fields, settings.Author),
            Cover = Cover.Find(fields),
            Description = Description(fields),
            Comments = Availability.AllowsComments(fields),
            Contents = Contents(fields),
            Sticky = Availability.Sticky(fields),
            Language = Language(fields) ?? file.Language,
            Body = new PostBody(source.Body, format, source.BodyLine),
            FrontMatter = source.Values,
        };
    }

    // The last part of a name, without its date.
    private static string TitleOf(PostFile file)
    {
        var title = file.Title.TrimEnd('/');
        var last = title[(title.LastIndexOf('/') + 1)..];
        return last is "index" or "_index" && file.BundleName is { Length: > 0 } folder ? folder : last;
    }

    private static List<string> Aliases(PostFields fields)
    {
        var aliases = new List<string>();
        foreach (var name in AliasNames)
            if (fields.Find(name) is { } entry) aliases.AddRange(ValueText.Each(entry.Value).Except(aliases));
        return aliases;
    }

    // excerpt: false and the like switch something in a theme.
    private static string? Description(PostFields fields)
    {
        foreach (var name in (ReadOnlySpan<string>)["description", "excerpt", "summary", "subtitle"])
            if (fields.Find(name) is { Value: Value.Scalar { Truth: null } }) return fields.Line(name);
        return null;
    }

    // Themes have settings of their own below it: toc: { enable: true }.
    private static bool? Contents(PostFields fields) => fields.Find("toc", "tableofcontents")?.Value switch
    {
        Value.Map map => (map.Find("enable") ?? map.Find("show")) is Value.Scalar { Truth: var inner } ? inner : null,
        Value.Scalar { Truth: var truth } => truth,
        _ => null,
    };

    private static string? Language(PostFields fields)
    {
        if (fields.Find("lang", "language") is not { } entry) return null;
        var tag = LanguageTag.Of(ValueText.Of(entry.Value));
        if (tag is null) fields.Ignore(entry, "is no language tag such as zh-CN");
        return tag;
    }
}
