using Blobpress.Site.Settings;

namespace Blobpress.Site.Html.Themes;

/// <summary>How the site looks: Liquid templates, a stylesheet, an icon and a list of words, each replaceable by the site's owner.
/// Pure and safe for parallel use; the same input gives the same bytes.</summary>
public sealed class Theme
{
    private readonly TemplateSet templates;
    private readonly Words words;
    private readonly ThemeAssets assets;

    internal Theme(ThemeFiles files, TemplateSet templates, Words words)
    {
        this.templates = templates;
        this.words = words;
        assets = new(files);
        Fingerprint = files.Fingerprint();
    }

    /// <summary>The theme of a site that brings none.</summary>
    public static Theme Default { get; } = ((ThemeResult.Compiled)Compile(new Dictionary<string, string>())).Theme;

    /// <summary>The files that pages link: written before any page.</summary>
    public IReadOnlyList<ThemeAsset> Assets => assets.All;

    /// <summary>Changes when any file of the theme does: the SHA-256 of all its texts, in hexadecimal.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads the owner's files over the built-in ones and tries them on sample pages, so that a theme that compiles renders.</summary>
    /// <param name="overrides">Texts by blob name in the posts container: <c>theme/*.liquid</c>, <c>theme/style.css</c>, <c>theme/math.css</c>, <c>theme/code.css</c>, <c>theme/code.js</c>, <c>theme/contents.css</c>, <c>theme/contents.js</c>,
    /// <c>theme/favicon.svg</c>, <c>theme/words.json</c>. Any other name is a reason for rejection.</param>
    public static ThemeResult Compile(IReadOnlyDictionary<string, string> overrides) => ThemeCompiler.Compile(overrides);

    public string Post(SiteSettings settings, PostPage page) => templates.Page("post", Values(settings).Post(page), page.Content.Html.Length);

    public string Front(SiteSettings settings, FrontPage page) => templates.Page("front", Values(settings).Front(page));

    public string Archive(SiteSettings settings, ArchivePage page) => templates.Page("archive", Values(settings).Archive(page));

    public string Terms(SiteSettings settings, TermsPage page) => templates.Page("terms", Values(settings).Terms(page));

    /// <summary>The page for addresses that lead nowhere.</summary>
    public string NotFound(SiteSettings settings) => templates.Page("not-found", Values(settings).NotFound());

    /// <summary>A page that sends its readers on, for hosts that answer no 301.</summary>
    /// <param name="settings">The site's.</param>
    /// <param name="toUrl">Site-relative or absolute.</param>
    public string Redirect(SiteSettings settings, string toUrl) => templates.Bare("redirect", Values(settings).Redirect(toUrl));

    internal PageValues Values(SiteSettings settings) =>
        new(settings, words.For(settings.Language), SiteView.Of(settings, assets.Stylesheet, assets.Favicon), assets);
}
