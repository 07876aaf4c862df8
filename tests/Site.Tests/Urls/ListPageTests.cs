using System.Text;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Urls;

/// <summary>Files by which a theme made the lists that the site makes here.</summary>
public class ListPageTests
{
    [Theory]
    [InlineData("hexo", "source/tags/index.md", "type: tags")]
    [InlineData("hexo", "source/categories/index.md", "type: categories\nlayout: page")]
    [InlineData("hexo", "source/archives/index.md", "layout: archive")]
    [InlineData("hexo", "tags/index.md", "type: tags\ntitle: Tags")]
    [InlineData("hexo", "source/404.md", "permalink: /404.html")]
    [InlineData("hexo", "source/index.md", "layout: home")]
    [InlineData("jekyll", "tags.html", "layout: page\npermalink: /tags/")]
    [InlineData("jekyll", "archive.md", "layout: archive\npermalink: /archives/")]
    [InlineData("jekyll", "index.html", "layout: home")]
    [InlineData("jekyll", "404.html", "permalink: /404.html")]
    [InlineData("hugo", "content/tags/_index.md", "title: Tags")]
    [InlineData("hugo", "content/_index.md", "title: Home")]
    [InlineData("none", "tags/index.md", "type: tags")]
    public void Are_not_shown_and_hold_nothing_up(string generator, string name, string front)
    {
        var post = Assert.IsType<ParseResult.Parsed>(Parse(name, front, $"generator: {generator}\n")).Post;
        Assert.True(post.Draft);
        Assert.Contains(post.Notes, note => note.Message.EndsWith("that page is shown, and this one is not.", StringComparison.Ordinal));
    }

    [Fact]
    public void Elsewhere_they_are_pages_like_any()
    {
        var post = Assert.IsType<ParseResult.Parsed>(Parse("source/tags/index.md", "type: tags", "lists: {paths: {tags: /t/}}\n")).Post;
        Assert.False(post.Draft);
    }

    [Fact]
    public void A_post_is_refused_there() => Assert.IsType<ParseResult.Rejected>(Parse("_posts/a.md", "permalink: /tags/", ""));

    private static ParseResult Parse(string name, string front, string yaml)
    {
        var settings = Assert.IsType<SettingsResult.Parsed>(SiteYaml.Parse(Encoding.UTF8.GetBytes(yaml))).Settings;
        return PostParser.Parse(name, Encoding.UTF8.GetBytes($"---\n{front}\n---\nText.\n"), DateTimeOffset.UnixEpoch, settings);
    }
}
