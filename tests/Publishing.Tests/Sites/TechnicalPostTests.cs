using System.Net;
using System.Text;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>Whole sites of technical posts, Chinese and English: what the page links, and what lists and feeds say.</summary>
public sealed class TechnicalPostTests
{
    [Theory]
    [InlineData("en", "Euler: $e^{i\\pi}+1=0$ costs $5 and $10.", "Euler: e^(iπ) + 1 = 0 costs $5 and $10.")]
    [InlineData("zh-CN", "其中$x_1$为$\\frac{a+b}{2}$，价格$5或$10。", "其中x₁为(a + b)/2，价格$5或$10。")]
    public async Task Formulas(string language, string lead, string text)
    {
        var site = await Site(language, $"{lead}\n\n$$\\begin{{aligned}} a &= b \\\\ &= c \\end{{aligned}}$$\n", "Words alone.");
        var page = Text(site, "a/index.html");
        Assert.Contains("<math alttext=", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"math\"><math display=\"block\" alttext=\"a = b; = c\"><mtable displaystyle=\"true\" class=\"tml-jot\">", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"stylesheet\" href=\"/theme/math.", page, StringComparison.Ordinal);
        Assert.Contains($"<meta name=\"description\" content=\"{text}", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains(text, WebUtility.HtmlDecode(Text(site, "index.html")), StringComparison.Ordinal);
        Assert.All(["atom.xml", "rss.xml", "feed.json"], feed => Assert.DoesNotContain("alttext", Text(site, feed), StringComparison.Ordinal));
        Assert.Contains(text, Text(site, "feed.json").Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("/theme/math.", Text(site, "b/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "JavaScript", "Copy")]
    [InlineData("zh-CN", "JavaScript", "复制")]
    public async Task Code(string language, string name, string button)
    {
        var site = await Site(language, "Text.\n\n```js {1} title=\"启动.js\"\nlet a = 1;\n```\n", "Words alone.");
        var page = Text(site, "a/index.html");
        Assert.Contains($"<figcaption><span class=\"code-title\">启动.js</span><span class=\"code-language\">{name}</span></figcaption>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"line marked\"><span class=\"k\">let</span> a = <span class=\"m\">1</span>;</span>", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"stylesheet\" href=\"/theme/code.", page, StringComparison.Ordinal);
        Assert.Matches($"<script src=\"/theme/code\\.[0-9a-f]{{16}}\\.js\" defer data-copy=\"{button}\"", page);
        Assert.Equal("text/javascript; charset=utf-8", site.File(Script(page))!.ContentType);
        Assert.Contains("let a = 1;", Text(site, "feed.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("/theme/code.", Text(site, "b/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Contents", "First part")]
    [InlineData("zh-CN", "目录", "第一章 安装")]
    public async Task Contents(string language, string title, string heading)
    {
        var site = await Site(language, $"Text.\n\n## {heading}\n\nWords.\n\n### B\n", "Words.\n\n## One\n\nalone.", "toc: true\n");
        var page = Text(site, "a/index.html");
        var id = heading.Replace(' ', '-');
        Assert.Contains($"<details class=\"toc\"><summary>{title}</summary><nav aria-label=\"{title}\"><ol><li><a href=\"#{id}\">{heading}</a><ol><li><a href=\"#B\">B</a></li></ol></li></ol></nav></details>", page, StringComparison.Ordinal);
        Assert.Contains($"<h2 id=\"{id}\">{heading}<a class=\"anchor\" href=\"#{id}\"", page, StringComparison.Ordinal);
        Assert.Contains("/theme/contents.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("anchor", Text(site, "feed.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("/theme/contents.", Text(site, "b/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Tip")]
    [InlineData("zh-CN", "提示")]
    public async Task Alerts_emoji_abbreviations_and_diagrams(string language, string title)
    {
        var site = await Site(language, "> [!TIP]\n> W3C :tada:\n\n*[W3C]: 万维网联盟\n\n```mermaid\nA-->B\n```\n", ":tada:", "markdown:\n  extras: [sub]\n");
        var page = Text(site, "a/index.html");
        Assert.Contains($"<p class=\"markdown-alert-title\">{title}</p>", page, StringComparison.Ordinal);
        Assert.Contains("<abbr title=\"万维网联盟\">W3C</abbr> 🎉", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"code-language\">Mermaid</span>", page, StringComparison.Ordinal);
        Assert.Contains("🎉", WebUtility.HtmlDecode(Text(site, "index.html")), StringComparison.Ordinal);
    }

    private static string Script(string page) => page[(page.IndexOf("<script src=\"/", StringComparison.Ordinal) + 14)..].Split('"')[0];

    private static async Task<SmallSite> Site(string language, string post, string other, string settings = "")
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("site.yml", $"language: {language}\npermalink: :title/\nfeed:\n  full_content: true\n{settings}");
        await site.UploadAsync("a.md", $"---\ntitle: A\ndate: 2022-01-01\n---\n{post}");
        await site.UploadAsync("b.md", $"---\ntitle: B\ndate: 2022-01-02\n---\n{other}");
        await site.SweepAsync();
        return site;
    }

    private static string Text(SmallSite site, string name) => Encoding.UTF8.GetString(site.File(name)!.Content.Span);
}
