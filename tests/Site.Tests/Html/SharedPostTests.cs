using Blobpress.Site.Images;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Html;

public class SharedPostTests
{
    [Fact]
    public void The_seed_is_eleven_paragraphs_and_one_image()
    {
        var file = Directory.GetFiles(SharedPosts.Folder("seeds"), "000_*")[0];
        var draft = Example.Draft(SharedPosts.Read(file, BodyFormat.Html));
        var article = Example.Render(draft);

        var image = Assert.Single(draft.Images);
        Assert.Equal("http://static.1sapp.com/qupost/img/2022/01/30/f6e21331a31e47999b061d1551856a51.jpeg", image.Source.Key);
        var body = Example.Parse(article.Html).Body!;
        Assert.Equal(11, body.Children.Length);
        Assert.All(body.Children, e => Assert.Equal("p", e.LocalName));
        Assert.True(article.CoverInBody);
        Assert.StartsWith("济宁新闻网1月29日讯", article.Excerpt);
        Assert.DoesNotContain("cors.zfour", article.Html + article.Excerpt);
    }

    [Fact]
    public void Every_real_post_becomes_a_harmless_article()
    {
        var failures = new List<string>();
        foreach (var file in Directory.GetFiles(SharedPosts.Folder("corpus"), "*", SearchOption.AllDirectories))
        {
            foreach (var format in Enum.GetValues<BodyFormat>())
            {
                var draft = Example.Draft(SharedPosts.Read(file, format));
                var html = (format == BodyFormat.Html ? draft.Render(new Dictionary<string, ImageOutcome>()) : Example.Render(draft)).Html;
                if (Fault(html) is { } fault)
                    failures.Add($"{Path.GetFileName(file)} ({format}): {fault}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static string? Fault(string html)
    {
        try
        {
            CrossSiteScriptingTests.AssertHarmless(html);
        }
        catch (Xunit.Sdk.XunitException e)
        {
            return e.Message;
        }

        var body = Example.Parse(html).Body!;
        if (html.Contains("workers.dev/?http", StringComparison.OrdinalIgnoreCase))
            return "A proxy is left.";
        if (body.QuerySelector("h1") is not null)
            return "A second title is left.";
        return body.QuerySelectorAll("p").FirstOrDefault(p => p.ParentElement == body && string.IsNullOrWhiteSpace(p.TextContent) && p.Children.Length == 0)
            is null ? null : "An empty paragraph is left.";
    }
}
