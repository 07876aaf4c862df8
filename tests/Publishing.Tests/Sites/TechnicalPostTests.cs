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
