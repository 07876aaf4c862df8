using Blobpress.Publishing.Cdn;

namespace Blobpress.Publishing.Tests.Cdn;

public sealed class PurgePathsTests
{
    [Fact]
    public void A_page_is_purged_under_both_its_names_and_a_file_under_its_one() =>
        Assert.Equal(["/", "/atom.xml", "/index.html", "/notes/a/", "/notes/a/index.html"], Assert.Single(PurgePaths.Plan(["/notes/a/", "/", "/atom.xml", "/"], 300)));

    [Fact]
    public void Files_named_by_their_content_are_never_purged() =>
        Assert.Empty(PurgePaths.Plan(["/images/ab/abcd-640.webp", "/theme/style.1234.css"], 300));

    [Fact]
    public void A_call_has_a_hundred_paths_at_most() =>
        Assert.Equal([100, 100, 40], PurgePaths.Plan(Pages(120), 300).Select(call => call.Length));

    [Fact]
    public void Beyond_a_few_hundred_the_whole_site_is_purged() =>
        Assert.Equal(["/*"], Assert.Single(PurgePaths.Plan(Pages(151), 300)));

    private static IEnumerable<string> Pages(int count) => Enumerable.Range(0, count).Select(number => $"/p{number}/");
}
