using System.Text;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Settings;

public class SiteYamlTests
{
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\\tscript:alert(1)")]
    [InlineData("java\\nscript:alert(1)")]
    [InlineData("\\x01javascript:alert(1)")]
    [InlineData("\\u00a0javascript:alert(1)")]
    [InlineData("java\\u200bscript:alert(1)")]
    [InlineData("javascript\\t:alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("javascript&colon;alert(1)")]
    [InlineData("&amp;#106;avascript:alert(1)")]
    [InlineData("java&Tab;script:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("blob:https://example.org/x")]
    [InlineData("view-source:https://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("x+y.z-1:a")]
    public void A_menu_leads_to_no_program(string url)
    {
        foreach (var yaml in new[] { $"menu:\n  Home: \"{url}\"\n", $"menu:\n  - {{title: Home, url: \"{url}\"}}\n" })
        {
            var rejected = Assert.IsType<SettingsResult.Rejected>(SiteYaml.Parse(Encoding.UTF8.GetBytes(yaml)));
            Assert.Contains("'Home'", rejected.Reasons[0].Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("archives/")]
    [InlineData("#top")]
    [InlineData("?q=a:b")]
    [InlineData("/a:b/")]
    [InlineData("2022:01/")]
    [InlineData("//example.org/")]
    [InlineData("HTTPS://example.org/")]
    [InlineData("mailto:a@example.org")]
    [InlineData("tel:+49")]
    [InlineData("/javascript:alert(1)")]
    public void A_menu_leads_to_paths_and_addresses(string url) => Assert.Equal(url, Parsed($"menu:\n  Home: \"{url}\"\n").Menu[0].Url);

    [Fact]
    public void Every_setting_can_be_set()
    {
        var settings = Parsed(
            """
            title: A site
            description: About things
            base_url: https://example.org/blog
            language: zh_CN
            time_zone: Asia/Shanghai
            author: Ada
            permalink: :category/:title.html
            menu:
              - {title: Home, url: /}
              - {title: Tags, url: /tags/}
            lists: {front_page: 10, archive_page: 100, paths: {archives: /all/, tags: /Blog/标签/, categories: c}}
            feed: {entries: 5, full_content: true}
            images:
              widths: [960, 320, 320]
              avif: true
              jpeg_quality: 70
              webp_quality: 71
              avif_quality: 72
              sizes: 100vw
            fetch:
              max_bytes: 1_000_000
              max_pixels: 2000000
              max_frames: 3
              max_redirects: 0
              first_byte_timeout: 5
              total_timeout: 1m
              per_host: 2
              revalidate_after: 30d
              proxies: ["https://proxy.example/?"]
              allowed_ports: [images.example:8080]
            embeds: [www.youtube.com, "*.example.org"]
            markdown: {breaks: false, extras: [sub, mark]}
            trusted_files: ["*.css", lib/**]
            comments: |
              <div id="c"></div>
              <script src="https://c.example/c.js"></script>
            """);

        Assert.Equal(("A site", "About things", "Ada", "zh-CN"), (settings.Title, settings.Description, settings.Author, settings.Language));
        Assert.Equal(("https://example.org/blog/", "Asia/Shanghai", ":category/:title.html"), (settings.BaseUrl.AbsoluteUri, settings.TimeZone.Id, settings.Urls.Pattern));
        Assert.Equal([new MenuItem("Home", "/"), new MenuItem("Tags", "/tags/")], settings.Menu);
        Assert.Equal((10, 100, 5, true), (settings.Lists.FrontPage, settings.Lists.ArchivePage, settings.Feed.Entries, settings.Feed.FullContent));
        Assert.Equal(new ListPaths { Archives = "all", Tags = "Blog/标签", Categories = "c" }, settings.Lists.Paths);
        Assert.Equal([320, 960], settings.Images.Widths);
        Assert.Equal((true, 70, 71, 72, "100vw"), (settings.Images.Avif, settings.Images.JpegQuality, settings.Images.WebpQuality, settings.Images.AvifQuality, settings.Images.Sizes));
        Assert.Equal((1_000_000, 2_000_000, 3, 0, 2), (settings.Fetch.MaxBytes, settings.Fetch.MaxPixels, settings.Fetch.MaxFrames, settings.Fetch.MaxRedirects, settings.Fetch.PerHost));
        Assert.Equal((5, 60, 30), (settings.Fetch.FirstByteTimeout.TotalSeconds, settings.Fetch.TotalTimeout.TotalSeconds, settings.Fetch.RevalidateAfter.TotalDays));
        Assert.Equal(["https://proxy.example/?", "images.example:8080"], [.. settings.Fetch.Proxies, .. settings.Fetch.AllowedPorts]);
        Assert.Equal(["www.youtube.com", "*.example.org"], settings.Embeds);
        Assert.Equal((false, MarkdownExtras.Sub | MarkdownExtras.Mark), (settings.Markdown.Breaks, settings.Markdown.Extras));
        Assert.Equal(["*.css", "lib/**"], settings.TrustedFiles.Patterns);
        Assert.StartsWith("<div id=\"c\"></div>\n<script", settings.Comments, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("title:\nlists:\n")]
    public void What_is_not_set_keeps_its_default(string yaml) => Assert.Equivalent(new SiteSettings(), Parsed(yaml), strict: true);

    [Theory]
    [InlineData("archives: /")]
    [InlineData("tags: a b")]
    [InlineData("tags: images/x")]
    [InlineData("tags: categories")]
    [InlineData("tags: /categories/t/")]
    [InlineData("archives: a/b/c/d/e")]
    [InlineData("page: /page/")]
    public void Lists_are_in_folders_apart(string paths) => Assert.IsType<SettingsResult.Rejected>(SiteYaml.Parse(System.Text.Encoding.UTF8.GetBytes($"lists: {{paths: {{{paths}}}}}\n")));

    [Fact]
    public void Names_of_Hexo_and_other_spellings_are_understood()
    {
        var settings = Parsed("url: http://a.example\ntimezone: Europe/Berlin\nlang: de\nmenu:\n  Start: /\nembeds: []\ncomments: false\n");

        Assert.Equal(("http://a.example/", "Europe/Berlin", "de"), (settings.BaseUrl.AbsoluteUri, settings.TimeZone.Id, settings.Language));
        Assert.Equal([new MenuItem("Start", "/")], settings.Menu);
        Assert.Empty(settings.Embeds);
        Assert.Null(settings.Comments);
    }

    [Theory]
    [InlineData("", Generator.Hexo, true)]
    [InlineData("generator: Hexo\n", Generator.Hexo, true)]
    [InlineData("title: A\ngenerator: jekyll\n", Generator.Jekyll, false)]
    [InlineData("generator: hugo\n", Generator.Hugo, false)]
    [InlineData("generator: none\n", Generator.None, false)]
    [InlineData("breaks: true\ngenerator: hugo\n", Generator.Hugo, true)]
    [InlineData("markdown: {breaks: false}\n", Generator.Hexo, false)]
    public void The_generator_decides_what_other_keys_do_not(string yaml, Generator generator, bool breaks)
    {
        var settings = Parsed(yaml);

        Assert.Equal((generator, breaks), (settings.Generator, settings.Markdown.Breaks));
    }

    [Theory]
    [InlineData("generator: wordpress\n", 1, 12, "'generator' is hexo, jekyll, hugo or none.")]
    [InlineData("generator: 1\n", 1, 12, "'generator' is hexo, jekyll, hugo or none.")]
    [InlineData("title: A\ntitel: B\n", 2, 1, "'titel' is no setting; the nearest is 'title'.")]
    [InlineData("images:\n  jpg_quality: 80\n", 2, 3, "'images.jpg_quality' is no setting; the nearest is 'images.jpeg_quality'.")]
    [InlineData("lists:\n  front_page: 0\n", 2, 15, "'lists.front_page' is a whole number from 1 to 100.")]
    [InlineData("base_url: ftp://x.example\n", 1, 11, "'base_url' is")]
    [InlineData("base_url: example.org\n", 1, 11, "'base_url' is")]
    [InlineData("time_zone: Mars/Base\n", 1, 12, "'time_zone' is")]
    [InlineData("time_zone: ../../etc/passwd\n", 1, 12, "'time_zone' is")]
    [InlineData("permalink: :year/:tittle/\n", 1, 12, "'permalink' names ':tittle'")]
    [InlineData("permalink: ../:title/\n", 1, 12, "'permalink' is")]
    [InlineData("feed:\n  full_content: perhaps\n", 2, 17, "'feed.full_content' is true or false.")]
    [InlineData("fetch:\n  total_timeout: forever\n", 2, 18, "'fetch.total_timeout' is a time")]
    [InlineData("embeds:\n  - a b\n", 2, 5, "'embeds' is a list of hosts")]
    [InlineData("images: 3\n", 1, 9, "'images' has settings below it")]
    [InlineData("menu: [home]\n", 1, 8, "'menu' is a list of items")]
    [InlineData("title: [a, b\n", 1, 8, "This is not valid YAML")]
    [InlineData("title: a: b\n", 1, 9, "This is not valid YAML")]
    [InlineData("- a\n", 1, 1, "Lines of the form")]
    public void What_is_wrong_is_named_with_its_place(string yaml, int line, int column, string message)
    {
        var reason = Assert.Single(Rejected(yaml));

        Assert.Equal((line, column), (reason.Line, reason.Column));
        Assert.StartsWith(message, reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() => Assert.Equal([1, 2, 3], Rejected("a: 1\nb: 2\nlanguage: '?'\n").Select(reason => reason.Line));

    private static SiteSettings Parsed(string yaml) =>
        Assert.IsType<SettingsResult.Parsed>(SiteYaml.Parse(Encoding.UTF8.GetBytes(yaml))).Settings;

    private static IReadOnlyList<Reason> Rejected(string yaml) =>
        Assert.IsType<SettingsResult.Rejected>(SiteYaml.Parse(Encoding.UTF8.GetBytes(yaml))).Reasons;
}
