namespace Blobpress.Publishing.Tests.Listing;

public sealed class MovedPostTests
{
    [Fact]
    public async Task A_page_links_to_its_neighbours_only_where_it_stands_at_its_place_among_them()
    {
        var site = await SmallSite.CreateAsync();
        foreach (var (name, month) in new[] { ("reef", 1), ("tide", 2), ("wind", 3) })
        {
            await site.UploadAsync($"{name}.md", Post(name, $"2024-0{month}-01"));
        }

        await site.ListAsync();

        // Wind may move before the lists hear of reef, and nobody would tell reef of it.
        await site.UploadAsync("reef.md", Post("reef", "2024-02-15"));
        Assert.DoesNotContain("/wind/", Page(site, "reef"), StringComparison.Ordinal);
        Assert.DoesNotContain("/tide/", Page(site, "reef"), StringComparison.Ordinal);

        await site.ListAsync();
        Assert.Contains("/wind/", Page(site, "reef"), StringComparison.Ordinal);
        Assert.Contains("/tide/", Page(site, "reef"), StringComparison.Ordinal);
    }

    private static string Post(string name, string date) => $"---\ntitle: {name}\ndate: {date}\npermalink: /{name}/\n---\nText.\n";

    private static string Page(SmallSite site, string name) => site.Texts($"{name}/index.html").Single();
}
