namespace Blobpress.Local.Tests.Seeds;

public sealed class SeedTests
{
    private const string ImageUrl = "http://static.1sapp.com/qupost/img/2022/01/30/f6e21331a31e47999b061d1551856a51.jpeg";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Comes_out_whole()
    {
        await using var origin = await CountingOrigin.StartAsync(1920, 1095, Cancel);
        using var run = await SeedRun.RunAsync(origin, Cancel);

        Assert.Equal((0, "published"), (run.ExitCode, run.Report.GetProperty("outcome").GetString()));
        IsTheSeed(run);
        Assert.Equal([ImageUrl], origin.Requests);
        var picture = Assert.Single(run.Page.QuerySelectorAll("article picture"));
        Assert.Contains(" 640w", picture.QuerySelector("source")!.GetAttribute("srcset"), StringComparison.Ordinal);
        var image = picture.QuerySelector("img")!;
        Assert.Equal(("1920", "1095"), (image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.All(run.Report.GetProperty("images").EnumerateArray(), entry =>
            Assert.Equal((ImageUrl, "ready"), (entry.GetProperty("origin").GetString(), entry.GetProperty("outcome").GetString())));
    }

    [Fact]
    public async Task Comes_out_without_its_image_where_the_origin_can_not_be_reached()
    {
        using var run = await SeedRun.RunAsync(origin: null, Cancel);

        Assert.Equal((0, "published"), (run.ExitCode, run.Report.GetProperty("outcome").GetString()));
        IsTheSeed(run);
        Assert.Empty(run.Page.QuerySelectorAll("article picture, article img"));
        Assert.Single(run.Page.QuerySelectorAll("article .missing"));
        Assert.All(run.Report.GetProperty("images").EnumerateArray(), entry =>
        {
            Assert.Equal((ImageUrl, "missing"), (entry.GetProperty("origin").GetString(), entry.GetProperty("outcome").GetString()));
            Assert.NotEmpty(entry.GetProperty("reason").GetString()!);
        });
    }

    private static void IsTheSeed(SeedRun run)
    {
        Assert.Equal("破获案件4270起！济宁严厉打击电信网络新型违法犯罪", run.Page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("2022-01-29T23:57:28", run.Page.QuerySelector("article time")!.GetAttribute("datetime"), StringComparison.Ordinal);
        Assert.Equal("趣头条", run.Page.QuerySelector("a[rel=author]")!.TextContent);
        Assert.Contains("categories/新媒体/趣头条/分类/index.html", run.Texts.Keys);
        Assert.Null(run.Page.QuerySelector(".comments"));
        Assert.Equal(11, run.Page.QuerySelectorAll(".prose > p").Count(paragraph => paragraph.TextContent.Trim().Length > 0));
        Assert.DoesNotContain(run.Texts, file => file.Value.Contains("cors.zfour", StringComparison.Ordinal));
    }
}
