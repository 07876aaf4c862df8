namespace Blobpress.Publishing.Tests.Listing;

public class NestedCategoryTests
{
    // More than conflicts are tried again: each is a category with one in it, and its page is asked for by both.
    private const int Categories = 200;

    [Fact]
    public async Task A_burst_of_nested_categories_writes_each_front_page_once_before_and_once_after_all_are_there()
    {
        var site = await SmallSite.CreateAsync();
        await site.SweepAsync();
        for (var at = 0; at < Categories; at++)
        {
            await site.UploadAsync($"{at}.md", $"---\ntitle: T\ndate: 2024-01-01\npermalink: /{at}/\ncategories: [c{at}, inner]\n---\nText.\n");
        }

        var writes = new List<string>();
        site.Faults = call =>
        {
            lock (writes)
            {
                writes.AddRange(call.Method == "PUT" && call.Path.StartsWith("/$web/categories/c", StringComparison.Ordinal) ? [call.Path] : []);
            }

            return null;
        };
        await site.ListAsync();

        Assert.Equal(Categories, writes.Count(path => path.EndsWith("/atom.xml", StringComparison.Ordinal) && !path.Contains("/inner/", StringComparison.Ordinal)));
        Assert.All(writes.CountBy(path => path), path => Assert.InRange(path.Value, 1, 2));
        Assert.True((await site.SweepAsync()).IsClean);
    }
}
