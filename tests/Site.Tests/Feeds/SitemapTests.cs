using Blobpress.Site.Feeds;
using Blobpress.Site.Tests.Themes;

namespace Blobpress.Site.Tests.Feeds;

public class SitemapTests
{
    [Fact]
    public void Shard_lists_pages_with_the_time_of_their_last_change() => Assert.Equal(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url>
            <loc>https://notes.example/a&amp;b/%E6%B8%AF/</loc>
            <lastmod>2022-01-29T23:57:28+08:00</lastmod>
          </url>
        </urlset>

        """,
        Sitemap.Shard(Samples.Site, [("/a&b/%E6%B8%AF/", Samples.Day)]));

    [Fact]
    public void Index_lists_shards() => Assert.Equal(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <sitemap>
            <loc>https://notes.example/sitemaps/2022-01.xml</loc>
          </sitemap>
        </sitemapindex>

        """,
        Sitemap.Index(Samples.Site, ["/sitemaps/2022-01.xml"]));

    [Fact]
    public void Robots_are_told_where_the_sitemap_is() =>
        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://notes.example/sitemap.xml\n", Robots.Render(Samples.Site));
}
