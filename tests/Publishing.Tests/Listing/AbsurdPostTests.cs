using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Tests.Listing;

public class AbsurdPostTests
{
    [Fact]
    public async Task A_post_with_more_terms_than_anyone_needs_holds_the_lists_of_others_up_no_more_than_any()
    {
        var site = await SmallSite.CreateAsync();
        var tags = string.Join(", ", Enumerable.Range(0, 101).Select(number => $"{number}{new string('潮', 40)}"));
        var deep = string.Join(", ", Enumerable.Range(0, 200).Select(number => $"{number}{new string('a', 120)}"));
        var report = await site.UploadAsync("absurd.md", $"---\ntitle: {new string('港', 499)}\ndate: 2024-01-01\ntags: [{tags}]\ncategories: [{deep}]\nauthor: [{tags}]\ndescription: {new string('x', 10_000)}\n---\nText\n");
        await site.UploadAsync("good.md", "---\ntitle: Good\ndate: 2024-01-02\n---\nText\n");

        await site.ListAsync();

        Assert.Equal(PublishOutcome.Published, report.Outcome);
        Assert.Contains(report.Reasons, note => note.Message == "'tags' was cut off after its first 100.");
        Assert.Contains(report.Reasons, note => note.Message.StartsWith("'categories' was cut off after '3aaa", StringComparison.Ordinal));
        Assert.Contains("2024/01/02/good/index.html", site.Files(), StringComparison.Ordinal);
        Assert.Contains("categories/0", site.Files(), StringComparison.Ordinal);
        await site.SweepAsync();
        var found = await site.SweepAsync(thoroughly: true);
        Assert.Empty(found.Lost);
        Assert.Empty(found.Strays);
    }
}
