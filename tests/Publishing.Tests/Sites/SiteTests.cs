using Blobpress.Publishing.Images;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>Examples of whole sites on a real Azurite.</summary>
public abstract class SiteTests(AzuriteFixture azurite) : IDisposable
{
    // No example but those with an origin of their own asks for anything.
    private readonly ImageFetcher _fetcher = new();

    /// <summary>A site under the plain theme, with permalinks that are easily read.</summary>
    private protected Task<TestSite> NewSiteAsync() => NewSiteAsync(_fetcher);

    private protected async Task<TestSite> NewSiteAsync(ImageFetcher fetcher)
    {
        var site = new TestSite(azurite.NewAccount(), fetcher, new TestClock());
        await site.Account.CreateAsync(TestSite.Cancel);
        await site.PutAllAsync(PlainTheme.Files);
        await site.PutAllAsync("""
            -- site.yml --
            title: Quay
            permalink: :year/:title/
            """);
        await site.SweepAsync();
        return site;
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        GC.SuppressFinalize(this);
    }
}
