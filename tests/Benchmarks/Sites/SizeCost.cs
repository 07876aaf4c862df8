using Blobpress.Publishing.Posts;

namespace Blobpress.Benchmarks.Sites;

/// <summary>What the four kinds of change cost in a site of one size.</summary>
/// <param name="Posts">The size.</param>
/// <param name="Cases">By the name of the case.</param>
internal sealed record SizeCost(int Posts, IReadOnlyDictionary<string, CaseCost> Cases)
{
    public const string New = "new post";
    public const string Backdated = "backdated post";
    public const string Edit = "other category";
    public const string Delete = "delete";

    // A mean over so many posts, spread over the site's whole age.
    private const int Samples = 12;

    public CaseCost Mean => CaseCost.Mean([.. Cases.Values]);

    /// <summary>Measures in a site that holds the first <paramref name="posts"/> of the series, and leaves it as it was.</summary>
    public static async Task<SizeCost> MeasureAsync(DoubleSite site, int posts)
    {
        await WarmUpAsync(site, posts);
        var costs = new[] { New, Backdated, Edit, Delete }.ToDictionary(name => name, _ => new List<CaseCost>());
        for (var sample = 0; sample < Samples; sample++)
        {
            var old = (int)((sample + 0.5) * posts / Samples);
            var fresh = posts + sample;
            costs[New].Add(await PutAsync(site, fresh, SitePosts.Text(fresh, SitePosts.DateOf(posts - 1).AddMinutes(sample + 1), SitePosts.CategoryOf(fresh))));
            await PutAsync(site, fresh, null);
            costs[Backdated].Add(await PutAsync(site, fresh, SitePosts.Text(fresh, SitePosts.DateOf(old).AddMinutes(3), SitePosts.CategoryOf(fresh))));
            await PutAsync(site, fresh, null);
            costs[Edit].Add(await PutAsync(site, old, SitePosts.Text(old, SitePosts.DateOf(old), SitePosts.CategoryOf(old) + 1)));
            await PutAsync(site, old, SitePosts.Text(old));
            costs[Delete].Add(await PutAsync(site, old, null));
            await PutAsync(site, old, SitePosts.Text(old));
        }

        return new(posts, costs.ToDictionary(cost => cost.Key, cost => CaseCost.Mean(cost.Value)));
    }

    // The first of each kind loads code and finds caches empty.
    private static async Task WarmUpAsync(DoubleSite site, int posts)
    {
        await PutAsync(site, posts, SitePosts.Text(posts));
        await PutAsync(site, posts, null);
    }

    private static async Task<CaseCost> PutAsync(DoubleSite site, int number, string? text)
    {
        await site.UploadAsync(SitePosts.NameOf(number), text);
        return await site.CostOfAsync(SitePosts.NameOf(number), text is null ? PublishOutcome.Removed : PublishOutcome.Published);
    }
}
