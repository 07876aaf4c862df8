using System.Security.Cryptography;
using System.Text;

namespace Blobpress.Site.Html.Themes;

/// <summary>The files that a theme's pages link: the style sheet and the icon on every page, others where there is something for them to do.</summary>
internal sealed class ThemeAssets
{
    private const string Script = "text/javascript; charset=utf-8";
    private const string Css = "text/css; charset=utf-8";

    // By a piece of HTML that no page has without a need for the file.
    private static readonly (string File, string Type, string Sign)[] Optional =
        [("math.css", Css, "<math "), ("code.css", Css, "<pre"), ("code.js", Script, "<pre"), ("contents.css", Css, Contents.Place), ("contents.js", Script, Contents.Place)];

    private readonly List<(ThemeAsset Asset, string Sign)> _optional;

    public ThemeAssets(ThemeFiles files)
    {
        Stylesheet = Asset(files, ThemeFiles.Stylesheet, Css);
        Favicon = Asset(files, ThemeFiles.Favicon, "image/svg+xml");
        _optional = [.. Optional.Select(part => (Asset(files, part.File, part.Type), part.Sign))];
        All = [Stylesheet, Favicon, .. _optional.Select(part => part.Asset)];
    }

    public ThemeAsset Stylesheet { get; }

    public ThemeAsset Favicon { get; }

    public IReadOnlyList<ThemeAsset> All { get; }

    /// <summary>True for the name of a file that only some pages link.</summary>
    public static bool IsOptional(string file) => Optional.Any(part => part.File == file);

    /// <summary>The URLs of the style sheets that a post needs beyond the one of all pages.</summary>
    /// <param name="html">Its body.</param>
    public IReadOnlyList<string> StylesheetsFor(string html) => For(html, Css);

    /// <summary>The URLs of the scripts that a post has a use for; it can be read without them.</summary>
    /// <param name="html">Its body.</param>
    public IReadOnlyList<string> ScriptsFor(string html) => For(html, Script);

    private List<string> For(string html, string type) =>
        [.. _optional.Where(part => part.Asset.ContentType == type && html.Contains(part.Sign, StringComparison.Ordinal)).Select(part => part.Asset.Path.Url)];

    private static ThemeAsset Asset(ThemeFiles files, string name, string contentType)
    {
        var bytes = Encoding.UTF8.GetBytes(files[name]);
        return new(name, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16], bytes, contentType);
    }
}
