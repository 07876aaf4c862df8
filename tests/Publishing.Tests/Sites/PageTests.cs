using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Publishing.Tests.Sites;

public sealed class PageTests(AzuriteFixture azurite) : SiteTests(azurite)
{
    [Fact]
    public async Task A_page_is_in_the_sitemap_and_in_no_list_until_it_is_a_post()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync("""
            -- about/index.md --
            ---
            title: About
            date: 2024-03-01
            ---
            Me.
            """);
        await site.ShowsAsync("""
            -- about/index.html --
            # About
            <p>Me.</p>
            -- index.html --
            #
            """, "about/", "index.html");
        Assert.Contains("/about/", await SitemapAsync(site), StringComparison.Ordinal);

        await site.UploadAsync("""
            -- about/index.md --
            ---
            title: About
            date: 2024-03-01
            layout: post
            permalink: /about/
            ---
            Me.
            """);
        await site.ShowsAsync("""
            -- index.html --
            #
            - About /about/
            """, "index.html");
        Assert.Contains("/about/", await SitemapAsync(site), StringComparison.Ordinal);

        await site.DeleteAsync("about/index.md");
        await site.ShowsAsync("", "about/");
    }

    private static async Task<string> SitemapAsync(TestSite site) =>
        (await Snapshot.OfAsync(site.Account.Web, TestSite.Cancel))["sitemaps/2024-03.xml"].Text;
}
