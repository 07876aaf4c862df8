using Blobpress.Site.Html.Liquid;
using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Sites;

/// <summary>What an uploaded file is, by its name.</summary>
public static class SiteNames
{
    public const string Settings = "site.yml";
    public const string ThemeFolder = "theme/";

    private static readonly string[] PostExtensions = [".md", ".markdown", ".html", ".htm"];

    /// <summary>What an uploaded file is. Of the theme is only what has a name to be read by: whatever else lies there holds no theme up.</summary>
    public static SourceKind KindOf(string name) =>
        name == Settings || ((name.StartsWith(ThemeFolder, StringComparison.Ordinal) || LiquidLibrary.Holds(name)) && SourceName.Problem(name) is null) ? SourceKind.Site
        : PostExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? SourceKind.Post
        : SourceKind.Asset;
}

/// <summary>What an uploaded file is.</summary>
public enum SourceKind
{
    /// <summary>To become a page.</summary>
    Post,

    /// <summary>Settings, theme, or what templates of posts include, which every page may depend on.</summary>
    Site,

    /// <summary>Published under its own name; an image that posts show.</summary>
    Asset,
}
