using System.Text;
using Blobpress.Site.Listings;
using Blobpress.Site.Tests.Posts;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Tests.Urls;

public class SlugTests
{
    [Theory]
    [InlineData("Hello, World!", "hello-world")]
    [InlineData("破获案件4270起！济宁", "破获案件4270起-济宁")]
    [InlineData("Let's Facebook- ein Überblick", "let-s-facebook-ein-überblick")]
    [InlineData("Ein U\u0308ber", "ein-über")]
    [InlineData("हिन्दी ไทย", "हिन्दी-ไทย")]
    [InlineData("--a__b//c..d--", "a-b-c-d")]
    [InlineData("❤️ heart", "heart")]
    [InlineData("C#", "c")]
    [InlineData("\ud800x\udc00", "x")]
    [InlineData("\ufffex\uffff", "x")]
    public void Letters_and_digits_of_every_script_stay(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("👩‍👩‍👧")]
    public void A_slug_is_never_empty(string text) => Assert.Matches("^[0-9a-f]{8}$", Slug.Of(text));

    [Fact]
    public void Any_number_of_marks_is_put_in_order_in_linear_time()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0323", 500_000));

        Assert.Equal(Slug.Of("a" + marks), Slug.Of("a" + marks[..60]));
        Assert.Equal("a", TermSlug.Of("a\ufffe")[..1]);
    }

    [Fact]
    public void Long_slugs_are_cut_at_a_character_and_stay_apart()
    {
        var one = Slug.Of(new string('字', 60) + "一");
        var other = Slug.Of(new string('字', 60) + "二");

        Assert.NotEqual(one, other);
        Assert.Matches("^字{29}-[0-9a-f]{8}$", one);
        Assert.InRange(Encoding.UTF8.GetByteCount(one), 1, Slug.MaxBytes);
        Assert.Equal(one, Slug.Of(one));
    }

    [Fact]
    public void A_permalink_can_not_be_the_page_of_any_term()
    {
        foreach (var name in new[] { "sea", "C#", "a!b", "index", new string('文', 80), new string('文', 80) + "!", "!!!", new string('x', 200) })
            Assert.IsType<PermalinkResult.Refused>(Permalink.For(Sample.WithFront("title: T") with { Permalink = $"/tags/{TermSlug.Of(name)}/" }, UrlSample.Settings("title: T")));
    }
}
