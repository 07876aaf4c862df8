using Blobpress.Site.Html;

namespace Blobpress.Site.Tests.Html;

public class NestingLimitTests
{
    [Fact]
    public void Takes_tags_beyond_256_levels_out_and_leaves_what_comes_after_them()
    {
        var html = NestingLimit.Apply(Times("<div>", 5000) + "deep" + Times("</div>", 5000) + "<p>after</p>");
        Assert.Equal(Times("<div>", 256) + "deep" + Times("</div>", 256) + "<p>after</p>", html);
    }

    [Theory]
    [InlineData("<p>unclosed")]
    [InlineData("<br>")]
    [InlineData("<div><b>closed</b></div>")]
    [InlineData("<!-- <div> -->")]
    [InlineData("</div>")]
    public void Counts_depth_and_not_tags(string html) =>
        Assert.Equal(Times(html, 2000), NestingLimit.Apply(Times(html, 2000)));

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<ul><li>", "</li></ul>")]
    [InlineData("<blockquote><p>a</p>", "</blockquote>")]
    [InlineData("<b>", "")]
    public void No_depth_loses_words(string open, string close) =>
        Assert.Contains("deep", Example.Html(Times(open, 3000) + "deep" + Times(close, 3000)), StringComparison.Ordinal);

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
