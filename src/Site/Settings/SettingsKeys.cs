namespace Blobpress.Site.Settings;

/// <summary>Every key of <c>site.yml</c>, its range and what it sets.</summary>
internal static class SettingsKeys
{
    private static readonly SettingsSection<ListPaths> Paths = new("lists.paths.", new Dictionary<string, Func<ListPaths, Setting, ListPaths>>
    {
        ["archives"] = (paths, value) => paths with { Archives = ListPathValues.Folder(value, paths.Archives) },
        ["categories"] = (paths, value) => paths with { Categories = ListPathValues.Folder(value, paths.Categories) },
        ["tags"] = (paths, value) => paths with { Tags = ListPathValues.Folder(value, paths.Tags) },
        ["authors"] = (paths, value) => paths with { Authors = ListPathValues.Folder(value, paths.Authors) },
    });

    private static readonly SettingsSection<ListSettings> Lists = new("lists.", new Dictionary<string, Func<ListSettings, Setting, ListSettings>>
    {
        ["front_page"] = (lists, value) => lists with { FrontPage = value.Number(lists.FrontPage, 1, ListSettings.MostOnFront) },
        ["archive_page"] = (lists, value) => lists with { ArchivePage = value.Number(lists.ArchivePage, 2, 200) },
        ["paths"] = (lists, value) => lists with { Paths = ListPathValues.Apart(value, value.Section(lists.Paths, Paths)) },
    });

    private static readonly SettingsSection<FeedSettings> Feed = new("feed.", new Dictionary<string, Func<FeedSettings, Setting, FeedSettings>>
    {
        ["entries"] = (feed, value) => feed with { Entries = value.Number(feed.Entries, 1, ListSettings.MostOnFront) },
        ["full_content"] = (feed, value) => feed with { FullContent = value.Truth(feed.FullContent) },
    });

    private static readonly SettingsSection<ImageSettings> Images = new("images.", new Dictionary<string, Func<ImageSettings, Setting, ImageSettings>>
    {
        ["widths"] = (images, value) => images with { Widths = SettingsValues.Widths(value, images.Widths) },
        ["avif"] = (images, value) => images with { Avif = value.Truth(images.Avif) },
        ["jpeg_quality"] = (images, value) => images with { JpegQuality = value.Number(images.JpegQuality, 1, 100) },
        ["webp_quality"] = (images, value) => images with { WebpQuality = value.Number(images.WebpQuality, 1, 100) },
        ["avif_quality"] = (images, value) => images with { AvifQuality = value.Number(images.AvifQuality, 1, 100) },
        ["sizes"] = (images, value) => images with { Sizes = value.Text(images.Sizes) },
    });

    private static readonly SettingsSection<FetchSettings> Fetch = new("fetch.", new Dictionary<string, Func<FetchSettings, Setting, FetchSettings>>
    {
        ["max_bytes"] = (fetch, value) => fetch with { MaxBytes = value.Number(fetch.MaxBytes, 1_000, 200_000_000) },
        ["max_pixels"] = (fetch, value) => fetch with { MaxPixels = value.Number(fetch.MaxPixels, 10_000, 500_000_000) },
        ["max_frames"] = (fetch, value) => fetch with { MaxFrames = value.Number(fetch.MaxFrames, 1, 10_000) },
        ["decode_timeout"] = (fetch, value) => fetch with { DecodeTimeout = value.Duration(fetch.DecodeTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)) },
        ["max_redirects"] = (fetch, value) => fetch with { MaxRedirects = value.Number(fetch.MaxRedirects, 0, 20) },
        ["first_byte_timeout"] = (fetch, value) => fetch with { FirstByteTimeout = value.Duration(fetch.FirstByteTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)) },
        ["total_timeout"] = (fetch, value) => fetch with { TotalTimeout = value.Duration(fetch.TotalTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)) },
        ["publish_wait"] = (fetch, value) => fetch with { PublishWait = value.Duration(fetch.PublishWait, TimeSpan.Zero, TimeSpan.FromMinutes(5)) },
        ["per_host"] = (fetch, value) => fetch with { PerHost = value.Number(fetch.PerHost, 1, 64) },
        ["revalidate_after"] = (fetch, value) => fetch with { RevalidateAfter = value.Duration(fetch.RevalidateAfter, TimeSpan.Zero, TimeSpan.FromDays(3650)) },
        ["proxies"] = (fetch, value) => fetch with { Proxies = SettingsValues.Proxies(value) },
        ["allowed_ports"] = (fetch, value) => fetch with { AllowedPorts = SettingsValues.Ports(value) },
    });

    private static readonly SettingsSection<LinkSettings> Links = new("links.", new Dictionary<string, Func<LinkSettings, Setting, LinkSettings>>
    {
        ["own_hosts"] = (links, value) => links with { OwnHosts = SettingsValues.OwnHosts(value) },
    });

    private static readonly SettingsSection<UrlSettings> PrettyUrls = new("pretty_urls.", new Dictionary<string, Func<UrlSettings, Setting, UrlSettings>>
    {
        ["trailing_html"] = (urls, value) => urls with { TrailingHtml = value.Truth(urls.TrailingHtml) },
        ["trailing_index"] = (urls, value) => value.Truth(true) ? urls : urls, // index.html never shows.
    });

    private static readonly SettingsSection<UrlSettings> FrontMatter = new("frontmatter.", new Dictionary<string, Func<UrlSettings, Setting, UrlSettings>>
    {
        ["date"] = (urls, value) => urls with { DateSources = value.Texts() },
    });

    private static readonly SettingsSection<MarkdownSettings> Markdown = new("markdown.", new Dictionary<string, Func<MarkdownSettings, Setting, MarkdownSettings>>
    {
        ["breaks"] = (markdown, value) => markdown with { Breaks = value.Truth(markdown.Breaks) },
        ["emoji"] = (markdown, value) => markdown with { Emoji = value.Truth(markdown.Emoji) },
        ["extras"] = (markdown, value) => markdown with { Extras = SettingsValues.Extras(value) },
    });

    /// <summary>The top of the file. <c>url</c>, <c>lang</c> and <c>timezone</c> are Hexo's names.</summary>
    public static SettingsSection<SiteSettings> Site { get; } = new("", new Dictionary<string, Func<SiteSettings, Setting, SiteSettings>>
    {
        ["title"] = (site, value) => site with { Title = value.Text(site.Title) },
        ["description"] = (site, value) => site with { Description = value.Text(site.Description) },
        ["base_url"] = (site, value) => site with { BaseUrl = SettingsValues.BaseUrl(value, site.BaseUrl) },
        ["url"] = (site, value) => site with { BaseUrl = SettingsValues.BaseUrl(value, site.BaseUrl) },
        ["language"] = (site, value) => site with { Language = SettingsValues.Language(value, site.Language) },
        ["lang"] = (site, value) => site with { Language = SettingsValues.Language(value, site.Language) },
        ["time_zone"] = (site, value) => site with { TimeZone = SettingsValues.TimeZone(value, site.TimeZone) },
        ["author"] = (site, value) => site with { Author = value.Text(site.Author ?? "") },
        ["generator"] = (site, _) => site, // Read before all others, whose defaults it decides.
        ["markdown"] = (site, value) => site with { Markdown = value.Section(site.Markdown, Markdown) },
        ["breaks"] = (site, value) => site with { Markdown = site.Markdown with { Breaks = value.Truth(site.Markdown.Breaks) } },
        ["permalink"] = Url((urls, value, site) => UrlValues.Permalink(urls, value, site.Generator)),
        ["permalinks"] = Url((urls, value, site) => urls with { Sections = UrlValues.Patterns(value, site.Generator) }),
        ["permalink_defaults"] = Url((urls, value, _) => urls with { Defaults = value.TextsByName() }),
        ["new_post_name"] = Url((urls, value, _) => urls with { FileNames = UrlValues.FileNames(value) }),
        ["filename_case"] = Url((urls, value, _) => urls with { FilenameCase = value.Number(urls.FilenameCase, 0, 2) }),
        ["default_category"] = Url((urls, value, _) => urls with { DefaultCategory = value.Text(urls.DefaultCategory) }),
        ["tag_map"] = Url((urls, value, _) => urls with { TagMap = value.TextsByName() }),
        ["category_map"] = Url((urls, value, _) => urls with { CategoryMap = value.TextsByName() }),
        ["post_asset_folder"] = Url((urls, value, _) => urls with { PostAssetFolder = value.Truth(urls.PostAssetFolder) }),
        ["pretty_urls"] = Url((urls, value, _) => value.Section(urls, PrettyUrls)),
        ["uglyurls"] = Url((urls, value, _) => urls with { UglyUrls = value.Truth(urls.UglyUrls) }),
        ["disablePathToLower"] = Url((urls, value, _) => urls with { KeepCase = value.Truth(urls.KeepCase) }),
        ["removePathAccents"] = Url((urls, value, _) => urls with { RemoveAccents = value.Truth(urls.RemoveAccents) }),
        ["frontmatter"] = Url((urls, value, _) => value.Section(urls, FrontMatter)),
        ["languages"] = Url((urls, value, _) => urls with { Languages = UrlValues.Languages(value) }),
        ["collections"] = Url((urls, value, site) => urls with { Collections = UrlValues.Collections(value, site.Generator) }),
        ["build_time_zone"] = Url((urls, value, site) => urls with { BuildZone = SettingsValues.TimeZone(value, site.TimeZone) }),
        ["source_dir"] = Url((urls, value, _) => urls with { SourceFolder = UrlValues.Folder(value) }),
        ["toc"] = (site, value) => site with { Contents = value.Truth(site.Contents) },
        ["menu"] = (site, value) => site with { Menu = SettingsValues.Menu(value) },
        ["lists"] = (site, value) => site with { Lists = value.Section(site.Lists, Lists) },
        ["feed"] = (site, value) => site with { Feed = value.Section(site.Feed, Feed) },
        ["images"] = (site, value) => site with { Images = value.Section(site.Images, Images) },
        ["fetch"] = (site, value) => site with { Fetch = value.Section(site.Fetch, Fetch) },
        ["links"] = (site, value) => site with { Links = value.Section(site.Links, Links) },
        ["embeds"] = (site, value) => site with { Embeds = SettingsValues.Embeds(value) },
        ["trusted_files"] = (site, value) => site with { TrustedFiles = SettingsValues.TrustedFiles(value) },
        ["comments"] = (site, value) => site with { Comments = value.Markup(site.Comments) },
    });

    private static Func<SiteSettings, Setting, SiteSettings> Url(Func<UrlSettings, Setting, SiteSettings, UrlSettings> set) =>
        (site, value) => site with { Urls = set(site.Urls, value, site) };
}
