using System.Text;
using Blobpress.Site.Html;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Html;

/// <summary>A page's text has at most eight times the bytes of its source, and 256 KB.</summary>
public sealed class OutputLimitTests
{
    [Theory]
    [InlineData("[a]: ", "b", 4_000, "\n\n", "[a] ", 20_000)]
    [InlineData("[a]: /x \"", "中", 4_000, "\"\n\n", "[a] ", 20_000)]
    [InlineData("", "", 0, "", "[^a] ", 200_000)]
    [InlineData("[^a]: b\n\n", "", 0, "", "[^a] ", 60_000)]
    [InlineData("", "", 0, "", "![](a.png)\n\n", 20_000)]
    [InlineData("<p>", "<b class=\"", 1, "language-aaaaaaaaaaaaaaaaaaaaaaaaaaaa\">", "<p>a", 100_000)]
    public void What_a_text_becomes_is_bounded(string before, string piece, int pieces, string between, string tail, int tails)
    {
        var body = before + string.Concat(Enumerable.Repeat(piece, pieces)) + between + string.Concat(Enumerable.Repeat(tail, tails));
        switch (ArticleParser.Parse(Example.Post(body), new(), TestContext.Current.CancellationToken))
        {
            case ArticleResult.Rejected rejected:
                Assert.Contains(rejected.Reasons, reason => reason.Message.Contains("is the most", StringComparison.Ordinal) || reason.Message.Contains("more than", StringComparison.Ordinal));
                break;
            case ArticleResult.Drafted drafted:
                if (Rendered(drafted.Draft) is { } html)
                    AssertBounded(body, html);
                break;
        }
    }

    [Fact]
    public void References_to_one_long_address_are_told_of_the_limit()
    {
        var body = "[a]: /" + new string('b', 48_000) + "\n\n" + string.Concat(Enumerable.Repeat("[a] ", 6_000));
        var rejected = Assert.IsType<ArticleResult.Rejected>(ArticleParser.Parse(Example.Post(body), new(), TestContext.Current.CancellationToken));
        Assert.Contains("16 times its own size and 1024 KB is the most", rejected.Reasons.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_great_many_images_the_last_ones_come_in_one_size()
    {
        var body = string.Concat(Enumerable.Range(0, 500).Select(number => $"![](a{number}.png)\n\n"));
        var draft = Example.Draft(body);
        Variant[] variants = [.. Enumerable.Range(1, 20).Select(width => new Variant(100 * width, 100, ImageFormat.Webp)), new(640, 640, ImageFormat.Jpeg)];
        var html = draft.Render(draft.Images.ToDictionary(
            image => image.Source.Key,
            image => (ImageOutcome)new ImageOutcome.Ready(Example.Image(Example.Hash(image.Source.Key)) with { Variants = variants }))).Html;
        AssertBounded(body, html);
        Assert.Equal(500, html.Split("<img ").Length - 1);
        Assert.InRange(html.Split("<picture>").Length - 1, 1, 499);
        Assert.True(html.LastIndexOf("<picture>", StringComparison.Ordinal) < html.LastIndexOf("<img ", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_can_be_named_often_and_not_for_ever()
    {
        var body = string.Concat(Enumerable.Repeat("{{ page.title }} ", 20_000));
        var post = Example.Post(body) with { Title = new string('t', 500) };
        Assert.IsType<ArticleResult.Rejected>(ArticleParser.Parse(post, new(), TestContext.Current.CancellationToken));
    }

    // As much as there may be of pictures is known when it is known which there are.
    private static string? Rendered(ArticleDraft draft)
    {
        try
        {
            return Example.Render(draft).Html;
        }
        catch (LimitException limit)
        {
            Assert.Contains("is the most", limit.Message, StringComparison.Ordinal);
            return null;
        }
    }

    private static void AssertBounded(string source, string html) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 0, (8 * Encoding.UTF8.GetByteCount(source)) + (256 * 1024));
}
