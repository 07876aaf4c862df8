using Blobpress.Site.Html;

namespace Blobpress.Site.Tests.Html;

public class MarkdownLimitsTests
{
    [Theory]
    [InlineData("[a](")]
    [InlineData("a <!-- ")]
    [InlineData("a <? ")]
    [InlineData("a <![CDATA[ ")]
    [InlineData("[a]: b\n")]
    [InlineData("a\n=\n")]
    public void What_the_parser_takes_the_square_for_is_refused(string piece)
    {
        var body = string.Concat(Enumerable.Repeat(piece, 20_000));
        var rejected = Assert.IsType<ArticleResult.Rejected>(ArticleParser.Parse(Example.Post(body), Example.Settings, TestContext.Current.CancellationToken));
        Assert.Contains("holds more than", Assert.Single(rejected.Reasons).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public void What_nests_too_deeply_is_shown_as_it_is_written(string mark)
    {
        var draft = Example.Draft(string.Concat(Enumerable.Repeat(mark, 50_000)) + "deep");
        Assert.Contains("deep", Example.Render(draft).Html, StringComparison.Ordinal);
        Assert.Contains(draft.Notes, note => note.Message.Contains("nests too deeply", StringComparison.Ordinal));
    }

    [Fact]
    public void A_host_that_no_rule_allows_is_a_note_of_its_image() =>
        Assert.NotNull(Example.Draft($"![x](https://{new string('\u4e2d', 100)}.example/a.png)"));
}
