using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Blobpress.Site.Html;
using Blobpress.Site.Html.Themes;
using Blobpress.Site.Listings;

namespace Blobpress.Site.Tests.Themes;

/// <summary>What holds for every kind of page, in every language.</summary>
public class AccessibilityTests
{
    public static TheoryData<string, string> Pages =>
        new(from language in new[] { "en", "zh-CN", "de" } from page in Render(language).Keys select (language, page));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_can_be_read_by_everyone(string language, string name)
    {
        var page = new HtmlParser().ParseDocument(Render(language)[name]);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal("#main", page.Body!.FirstElementChild!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("img"), image => Assert.NotNull(image.GetAttribute("alt")));
        Assert.All(page.QuerySelectorAll("nav"), nav => Assert.NotEmpty(nav.GetAttribute("aria-label")!));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.NotEmpty(link.TextContent.Trim() + link.QuerySelector("img")?.TagName));
        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json'])"));
        AssertNoHeadingIsSkipped(page);
    }

    private static void AssertNoHeadingIsSkipped(IDocument page)
    {
        var level = 0;
        foreach (var heading in page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.TagName[1] - '0'))
        {
            Assert.True(heading <= level + 1, $"h{heading} follows h{level}.");
            level = heading;
        }
    }

    private static Dictionary<string, string> Render(string language)
    {
        var settings = Samples.Site with { Language = language };
        var tag = new ListHeading(ListKind.Tag, "sea", "/tags/sea/", [], Feeds: true);
        PostLink[] links = [new("B", "/b/", Samples.Day), new("A", "/a/", Samples.Day.AddYears(-1))];
        return new()
        {
            ["post"] = Theme.Default.Post(settings, Samples.Page(Samples.Rich) with { Newer = links[0], Older = links[1] }),
            ["home"] = Theme.Default.Front(settings, Samples.Home(Samples.Rich, Samples.Plain)),
            ["empty home"] = Theme.Default.Front(settings, Samples.Home()),
            ["tag"] = Theme.Default.Front(settings, Samples.Home(Samples.Plain) with { List = tag }),
            ["archive"] = Theme.Default.Archive(settings, new(tag, "", "/tags/sea/archives/", [], [], links)),
            ["terms"] = Theme.Default.Terms(settings, new(ListKind.Author, "", "/authors/", [], [new("a", "/authors/index/a/")], [])),
            ["not found"] = Theme.Default.NotFound(settings),
        };
    }
}
