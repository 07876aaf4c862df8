using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>What templates of posts include, and the posts that follow it.</summary>
public class LibraryTests
{
    private const string Page = "2020/03/09/a.html";

    [Fact]
    public async Task Posts_follow_the_files_they_include()
    {
        using var site = await SimulatedSite.OfAsync([new("site.yml", "generator: jekyll\n")]);
        await site.UploadAsync("_posts/2020-03-09-a.md", "---\ntitle: A\n---\n{% include box.html %} by {{ site.data.people[0].name }} of {{ site.town }}\n");
        await site.WorkAsync();
        Assert.DoesNotContain("boxed", site.Files[Page], StringComparison.Ordinal);

        Assert.Equal(PublishOutcome.Published, (await site.UploadAsync("_includes/box.html", "boxed in")).Outcome);
        Assert.Equal(PublishOutcome.Published, (await site.UploadAsync("_data/people.yml", "- name: Ada\n")).Outcome);
        await site.UploadAsync("_config.yml", "town: London\n");
        await site.WorkAsync();
        Assert.Contains("boxed in by Ada of London", site.Files[Page], StringComparison.Ordinal);

        Assert.Equal(PublishOutcome.Unchanged, (await site.UploadAsync("_includes/box.html", "boxed in")).Outcome);
        var broken = await site.UploadAsync("_data/people.yml", "- name: [Ada\n");
        Assert.Equal(PublishOutcome.Rejected, broken.Outcome);
        Assert.NotEmpty(broken.Reasons);
        await site.WorkAsync();
        Assert.Contains("boxed in by  of London", site.Files[Page], StringComparison.Ordinal);

        Assert.Equal(PublishOutcome.Removed, (await site.DeleteAsync("_includes/box.html")).Outcome);
        await site.WorkAsync();
        Assert.DoesNotContain("boxed", site.Files[Page], StringComparison.Ordinal);
        Assert.True(await site.IsCleanAsync());
    }

    [Fact]
    public async Task A_lost_event_is_found()
    {
        using var site = await SimulatedSite.OfAsync([new("site.yml", "generator: jekyll\n")]);
        await site.UploadAsync("_posts/2020-03-09-a.md", "---\ntitle: A\n---\n{% include box.html %}\n");
        await site.WorkAsync();
        await site.PutAsync("_includes/box.html", "boxed");
        await site.SweepAsync();
        await site.WorkAsync();
        Assert.Contains("boxed", site.Files[Page], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hexo")]
    [InlineData("none")]
    public async Task Other_generators_have_none(string generator)
    {
        using var site = await SimulatedSite.OfAsync([new("site.yml", $"generator: {generator}\n")]);
        foreach (var name in (string[])["_includes/box.html", "_data/people.yml", "source/_data/people.yml"])
        {
            var report = await site.UploadAsync(name, "x: y\n");
            Assert.Equal((PublishOutcome.Unchanged, "Files and folders whose names begin with _ or . are not published."), (report.Outcome, Assert.Single(report.Reasons).Message));
        }

        await site.WorkAsync();
        Assert.True(await site.IsCleanAsync());
    }
}
