using Blobpress.Site.Posts;
using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls.Generators;

/// <summary>Where a generator puts posts and pages.</summary>
internal abstract class UrlRules
{
    /// <summary>The rules of a generator.</summary>
    public static UrlRules Of(Generator generator) => generator switch
    {
        Generator.Hexo => HexoUrls.Rules,
        Generator.Jekyll => JekyllUrls.Rules,
        Generator.Hugo => HugoUrls.Rules,
        _ => PlainUrls.Rules,
    };

    /// <summary>The place that the settings' pattern, or the file's own name, gives a post.</summary>
    public abstract UrlDraft Made(Post post, PostFile file, SiteSettings settings);

    /// <summary>The place that a post's own permalink says.</summary>
    public abstract UrlDraft Own(string permalink, Post post, PostFile file, SiteSettings settings);

    /// <summary>The first name in a pattern that can't be filled in; null where there is none.</summary>
    public abstract string? UnknownName(string pattern, UrlSettings settings);

    /// <summary>True where a URL that ends in neither a slash nor a page's extension is a folder's.</summary>
    public virtual bool IsFolder(string url) => false;

    /// <summary>A pattern's parts, the names among them.</summary>
    public virtual IEnumerable<(string Text, bool IsName)> Parts(string pattern) => HexoPattern.Parts(pattern);

    /// <summary>A pattern with every name replaced; one without a value is told to the draft.</summary>
    protected UrlDraft Fill(string pattern, Func<string, string?> value)
    {
        string? missing = null;
        var path = string.Concat(Parts(pattern).Select(part => part.IsName ? Value(part.Text) : part.Text));
        return new(path, missing is null ? null : $"names ':{missing}', which the post says nothing of");

        string Value(string name)
        {
            var text = value(name);
            if (text is null) missing ??= name;
            return text ?? "";
        }
    }
}

/// <summary>A place on the way to a URL.</summary>
/// <param name="Path">Not percent-encoded; one that ends in a slash is a folder's page. Double slashes mean nothing.</param>
/// <param name="Problem">Why there is none, to follow "The permalink '…'"; or null.</param>
internal readonly record struct UrlDraft(string Path, string? Problem = null);
