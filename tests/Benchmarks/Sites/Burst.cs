namespace Blobpress.Benchmarks.Sites;

/// <summary>A burst of uploads, each newer than all before it and so each a change of the home page.</summary>
internal static class Burst
{
    private const int Uploads = 1000;
    private const int Before = 1000;

    /// <summary>How often the home page is written for 1,000 uploads at once, in a site of 1,000 posts.</summary>
    public static async Task<int> MeasureAsync()
    {
        using var site = await DoubleSite.CreateAsync();
        await site.GrowAsync(0, Before);
        var names = new List<string>();
        for (var number = Before; number < Before + Uploads; number++)
        {
            await site.UploadAsync(SitePosts.NameOf(number), SitePosts.Text(number));
            names.Add(SitePosts.NameOf(number));
        }

        return await site.HomeWritesAsync(names);
    }
}
