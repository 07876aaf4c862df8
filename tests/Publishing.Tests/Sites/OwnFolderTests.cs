namespace Blobpress.Publishing.Tests.Sites;

/// <summary>Pictures in a post's own folder.</summary>
public class OwnFolderTests
{
    private const string Post = "---\ntitle: A\ndate: 2022-01-02\n---\n![one](1.svg)\n";

    [Fact]
    public async Task A_picture_is_found_in_the_posts_own_folder_and_followed()
    {
        using var site = await SimulatedSite.OfAsync([new("a.md", Post)]);
        Assert.Contains("class=\"missing\"", Page(site), StringComparison.Ordinal);

        await site.UploadAsync("a/1.svg", Drawing(30));
        await site.WorkAsync();
        Assert.Contains("width=\"30\"", Page(site), StringComparison.Ordinal);

        await site.UploadAsync("1.svg", Drawing(40));
        await site.WorkAsync();
        Assert.Contains("width=\"40\"", Page(site), StringComparison.Ordinal);
        using (var clean = await SimulatedSite.OfAsync([new("1.svg", Drawing(40)), new("a/1.svg", Drawing(30)), new("a.md", Post)]))
            Assert.Equal(Page(clean), Page(site));

        await site.DeleteAsync("1.svg");
        await site.WorkAsync();
        Assert.Contains("width=\"30\"", Page(site), StringComparison.Ordinal);
    }

    private static string Page(SimulatedSite site) => site.Files["2022/01/02/a/index.html"];

    private static string Drawing(int width) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"20\"><rect width=\"{width}\" height=\"20\"/></svg>";
}
