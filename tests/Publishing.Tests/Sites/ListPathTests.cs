using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>Lists in folders of the owner's choice.</summary>
public class ListPathTests
{
    private const string Moved = "lists: {paths: {archives: /all/, tags: /t/, categories: /blog/c/, authors: /people/}}\n";

    private static readonly Dictionary<string, string> Posts = new()
    {
        ["a.md"] = "---\ntitle: A\ndate: 2022-01-02\ntags: [x, y]\ncategories: [one, two]\nauthor: Ada\n---\nA.\n",
        ["b.md"] = "---\ntitle: B\ndate: 2021-05-06\ntags: x\n---\nB.\n",
    };

    [Theory]
    [InlineData("", Moved)]
    [InlineData(Moved, "")]
    [InlineData(Moved, "lists: {paths: {archives: /other/, tags: /blog/t/}}\n")]
    [InlineData("", "lists: {paths: {archives: /tags/, tags: /archives/}}\n")]
    public async Task The_lists_move(string before, string after)
    {
        using var site = await SimulatedSite.OfAsync(Posts.Prepend(new("site.yml", before + "title: T\n")));
        await site.UploadAsync("site.yml", after + "title: T\n");
        await site.WorkAsync();
        using var clean = await SimulatedSite.OfAsync(Posts.Prepend(new("site.yml", after + "title: T\n")));
        if (!after.Contains("tags: /archives/", StringComparison.Ordinal))
            Assert.Equal(clean.Files.Keys.Order(StringComparer.Ordinal), site.Files.Keys.Order(StringComparer.Ordinal));
        Assert.All(clean.Files, file => Assert.Equal(file.Value, site.Files[file.Key]));
        Assert.True(await clean.IsCleanAsync());
    }

    [Fact]
    public async Task An_empty_sites_lists_move()
    {
        using var site = await SimulatedSite.OfAsync([new("site.yml", "title: T\n"), new("p.md", "---\ntitle: P\nlayout: page\npermalink: /p/\n---\nP.\n")]);
        await site.UploadAsync("site.yml", Moved);
        await site.WorkAsync();
        using var clean = await SimulatedSite.OfAsync([new("site.yml", Moved), new("p.md", "---\ntitle: P\nlayout: page\npermalink: /p/\n---\nP.\n")]);
        Assert.Equal(clean.Files.Keys.Order(StringComparer.Ordinal), site.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_lists_are_not_posts_may_be()
    {
        var posts = new Dictionary<string, string>(Posts) { ["c.md"] = "---\ntitle: C\ndate: 2020-01-01\npermalink: /archives/2022/\n---\nC.\n", ["d.md"] = "---\ntitle: D\ndate: 2020-01-02\npermalink: /tags/x/\n---\nD.\n" };
        using var site = await SimulatedSite.OfAsync(posts);
        var refused = await site.UploadAsync("d.md", posts["d.md"]);
        Assert.Equal(PublishOutcome.Rejected, refused.Outcome);
        Assert.Contains("/tags/x/; give the post another place, or the lists one by lists.paths.tags in site.yml", Assert.Single(refused.Reasons).Message, StringComparison.Ordinal);
        await site.UploadAsync("site.yml", Moved);
        await site.WorkAsync();
        await site.SweepAsync();
        await site.WorkAsync();
        Assert.Contains(">C</h1>", site.Files["archives/2022/index.html"], StringComparison.Ordinal);
        Assert.Contains(">D</h1>", site.Files["tags/x/index.html"], StringComparison.Ordinal);
        using var clean = await SimulatedSite.OfAsync(posts.Prepend(new("site.yml", Moved)));
        Assert.Equal(clean.Files.Keys.Order(StringComparer.Ordinal), site.Files.Keys.Order(StringComparer.Ordinal));

        await site.UploadAsync("site.yml", "title: T\n");
        await site.WorkAsync();
        using var back = await SimulatedSite.OfAsync(posts.Prepend(new("site.yml", "title: T\n")));
        Assert.Equal(back.Files.Keys.Order(StringComparer.Ordinal), site.Files.Keys.Order(StringComparer.Ordinal));
        Assert.All(back.Files, file => Assert.Equal(file.Value, site.Files[file.Key]));
    }
}
