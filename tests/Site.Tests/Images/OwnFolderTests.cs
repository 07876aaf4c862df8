using Blobpress.Site.Images;
using Blobpress.Site.Settings;
using Blobpress.Site.Tests.Html;

namespace Blobpress.Site.Tests.Images;

/// <summary>Pictures that a post names by a mere name.</summary>
public class OwnFolderTests
{
    [Theory]
    [InlineData("![](1.png)", "asset:travel/1.png", "asset:travel/harbour/1.png")]
    [InlineData("![](./my%20boat.png)", "asset:travel/my boat.png", "asset:travel/harbour/my boat.png")]
    [InlineData("<img src=\"1.png\">", "asset:travel/1.png", "asset:travel/harbour/1.png")]
    [InlineData("![](harbour/1.png)", "asset:travel/harbour/1.png", null)]
    [InlineData("![](/1.png)", "asset:1.png", null)]
    [InlineData("![](../1.png)", "asset:1.png", null)]
    [InlineData("![](https://a.example/1.png)", "https://a.example/1.png", null)]
    public void May_lie_in_its_own_folder(string body, string first, string? other)
    {
        var image = Assert.Single(Example.Draft(body).Images);
        Assert.Equal((first, other), (image.Source.Key, image.Other?.Source.Key));
    }

    [Fact]
    public void With_asset_folders_that_goes_before()
    {
        var settings = new SiteSettings { Urls = UrlSettings.Of(Generator.Hexo) with { PostAssetFolder = true } };
        var image = Assert.Single(Example.Draft(Example.Post("![](1.png)"), settings).Images);
        Assert.Equal(("asset:travel/harbour/1.png", "asset:travel/1.png"), (image.Source.Key, image.Other?.Source.Key));
    }

    [Theory]
    [InlineData(Generator.Jekyll)]
    [InlineData(Generator.Hugo)]
    public void Others_have_none(Generator generator) =>
        Assert.Null(Assert.Single(Example.Draft(Example.Post("![](1.png)"), SiteSettings.Of(generator)).Images).Other);

    [Fact]
    public void The_one_that_is_there_is_shown()
    {
        var draft = Example.Draft("![](1.png)");
        var html = draft.Render(new Dictionary<string, ImageOutcome>
        {
            ["asset:travel/1.png"] = new ImageOutcome.Missing("No."),
            ["asset:travel/harbour/1.png"] = new ImageOutcome.Ready(Example.Image(Example.Hash("x"))),
        }).Html;
        Assert.Contains("<picture>", html, StringComparison.Ordinal);
    }
}
