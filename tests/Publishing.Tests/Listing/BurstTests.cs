namespace Blobpress.Publishing.Tests.Listing;

/// <summary>Many changes that the lists take in at once: pages split, merge and split again in one go.</summary>
public sealed class BurstTests
{
    private const int Names = 30;
    private const int Bursts = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Lists_are_a_function_of_the_posts_however_many_changes_come_together(int seed)
    {
        var random = new Random(seed);
        var posts = new Dictionary<string, string>();
        var site = await CreateAsync();
        for (var burst = 0; burst < Bursts; burst++)
        {
            foreach (var number in Enumerable.Range(0, random.Next(5, 25)).Select(_ => random.Next(Names)).Distinct())
            {
                await ChangeAsync(site, posts, $"p{number:D2}.md", random);
            }

            await site.ListAsync();
            Assert.Equal(await CleanAsync(posts), site.Files());
        }
    }

    private static async Task ChangeAsync(SmallSite site, Dictionary<string, string> posts, string name, Random random)
    {
        if (random.Next(2) == 0)
        {
            if (posts.Remove(name))
            {
                await site.RemoveAsync(name);
            }
        }
        else
        {
            posts[name] = $"---\ntitle: {name}\ndate: 20{random.Next(23, 25)}-0{random.Next(1, 4)}-1{random.Next(3)}\ntags: [sea]\npermalink: /{name}/\n---\nText.\n";
            await site.UploadAsync(name, posts[name]);
        }
    }

    private static async Task<string> CleanAsync(Dictionary<string, string> posts)
    {
        var clean = await CreateAsync();
        foreach (var (name, text) in posts)
        {
            await clean.UploadAsync(name, text);
        }

        await clean.ListAsync();
        return clean.Files();
    }

    private static async Task<SmallSite> CreateAsync()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("site.yml", "lists: {archive_page: 3}");
        await site.ListAsync();
        return site;
    }
}
