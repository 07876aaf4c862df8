using Blobpress.Site.Settings;
using Blobpress.Site.Urls;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>Makes a post of its front matter and body. What is unfit to be published is left in the fields' faults.</summary>
internal static class PostDraft
{
    private const int MaxTitle = 500;

    /// <summary>The keys of old URLs: Hexo's, Jekyll's and Hugo's.</summary>
    public static string[] AliasNames { get; } = ["alias", "aliases", "redirectfrom"];

    /// <summary>The post; its date is the upload's where its own could not be read.</summary>
    public static Post Of(PostName name, FrontMatter source, PostFields fields, DateTimeOffset uploaded, SiteSettings settings)
    {
        Availability.NoteLayout(fields);
        var format = BodyMarkup.Of(source.Body, name.Html);
        var title = fields.Line("title") ?? FirstHeading.Of(source.Body, format) ?? PlainLine.Of(name.Stem);
        return new Post
        {
            Name = name.Full,
            Title = title.Length <= MaxTitle ? title : Excerpt.Of(title, MaxTitle),
            Date = Date(name, fields, uploaded, settings.TimeZone),
            Updated = fields.Date("updated", "lastmod", "modified", "lastmodifiedat", "updatedat"),
            Expires = fields.Date("expires", "expirydate", "unpublishdate"),
            Draft = Availability.IsDraft(fields, name),
            Slug = SlugOf(name, fields, title),
            Permalink = fields.Line("permalink", "url"),
            Abbrlink = fields.Line("abbrlink"),
            Aliases = Aliases(fields),
            Categories = Terms.Categories(fields),
            Tags = Terms.Tags(fields),
            Authors = Terms.Authors(fields, settings.Author),
            Cover = Cover.Find(fields),
            Description = Description(fields),
            Comments = Availability.AllowsComments(fields),
            Sticky = Availability.Sticky(fields),
            Language = Language(fields),
            Body = new PostBody(source.Body, format, source.BodyLine),
        };
    }

    private static DateTimeOffset Date(PostName name, PostFields fields, DateTimeOffset uploaded, TimeZoneInfo site) =>
        fields.Date("date", "publishdate", "pubdate", "pubdatetime", "created", "createdat")
        ?? (name.Date is { } named ? DateText.Read($"{named:yyyy-MM-dd}", site).Date : null)
        ?? TimeZoneInfo.ConvertTime(uploaded, site);

    // Titles change and URLs should not: a title names the URL only where nothing else can.
    private static string SlugOf(PostName name, PostFields fields, string title)
    {
        if (fields.Line("slug") is { } slug && Slug.HasWords(slug)) return Slug.Of(slug);
        return Slug.Of(Slug.HasWords(name.Stem) ? name.Stem : title);
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

    private static string? Language(PostFields fields)
    {
        if (fields.Find("lang", "language") is not { } entry) return null;
        var tag = LanguageTag.Of(ValueText.Of(entry.Value));
        if (tag is null) fields.Ignore(entry, "is no language tag such as zh-CN");
        return tag;
    }
}
