using System.Text;
using Blobpress.Site.Listings;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Urls;

/// <summary>Names of terms as Hexo's maps have them.</summary>
public class TermMapTests
{
    [Theory]
    [InlineData("", "/categories/前端/vue/", "/tags/港口/")]
    [InlineData("category_map: {前端: Web Dev}\ntag_map: {港口: harbour}\n", "/categories/web-dev/vue/", "/tags/harbour/")]
    [InlineData("tag_map: {港口: Quay/Side}\n", "/categories/前端/vue/", "/tags/quay-side-")]
    public void Lists_have_mapped_names_in_their_URLs(string yaml, string category, string tag)
    {
        var settings = Assert.IsType<SettingsResult.Parsed>(SiteYaml.Parse(Encoding.UTF8.GetBytes(yaml))).Settings;
        var post = Assert.IsType<ParseResult.Parsed>(PostParser.Parse("a.md", Encoding.UTF8.GetBytes("---\ntitle: A\ncategories: [前端, Vue]\ntags: [港口]\n---\nText.\n"), DateTimeOffset.UnixEpoch, settings)).Post;
        var (categories, tags) = (Memberships.CategoryLinks(post, settings), Memberships.TagLinks(post, settings));
        Assert.Equal(("前端 / Vue", category), (Assert.Single(categories).Title, Uri.UnescapeDataString(categories[0].Url)));
        Assert.Equal("港口", Assert.Single(tags).Title);
        Assert.StartsWith(tag, Uri.UnescapeDataString(tags[0].Url), StringComparison.Ordinal);
        Assert.Contains(Memberships.Of(post, settings), entry => entry.List.Kind == ListKind.Category && entry.List.Slugs.Count == 2);
    }

    [Fact]
    public void A_map_makes_no_URL_too_long()
    {
        var settings = new SiteSettings { Urls = new() { TagMap = new Dictionary<string, string> { ["a"] = new('x', 2_000) } } };
        var url = Assert.Single(Memberships.TagLinks(new Post { Name = "a.md", Title = "A", Date = default, Tags = ["a"], Body = new("", BodyFormat.Markdown, 1) }, settings)).Url;
        Assert.InRange(url.Length, 1, Memberships.LongestPath);
    }
}
