using Blobpress.Site.Links;

namespace Blobpress.Site.Tests.Links;

public sealed class LinkReferenceTests
{
    [Theory]
    [InlineData(LinkKind.Name, "x", "notes/x.md|x.md", "x.md")]
    [InlineData(LinkKind.Name, "notes/x", "x.md|deep/notes/x.md|notes/x.md", "notes/x.md")]
    [InlineData(LinkKind.Name, "x", "b/x.md|a/x.md", "b/x.md")]
    [InlineData(LinkKind.Name, "x", "a/x.md|source/_posts/2020-02-02-x.md", "source/_posts/2020-02-02-x.md")]
    [InlineData(LinkKind.Name, "2020-01-01-x", "_posts/2021-01-01-x.md|_posts/2020-01-01-x.md", "_posts/2020-01-01-x.md")]
    [InlineData(LinkKind.Ref, "x.md", "x.md|here/x.md", "here/x.md")]
    [InlineData(LinkKind.Ref, "/x.md", "here/x.md|x.md", "x.md")]
    [InlineData(LinkKind.Ref, "x", "here/x.md|here/x/index.md", "here/x/index.md")]
    [InlineData(LinkKind.Ref, "x", "other/y/x.md|elsewhere/x.md", "other/y/x.md")]
    [InlineData(LinkKind.Source, "x.md", "there/x.md", null)]
    [InlineData(LinkKind.Source, "x.md", "x.md|here/x.md", "here/x.md")]
    [InlineData(LinkKind.Source, "X.md", "here/x.md", "here/x.md")]
    [InlineData(LinkKind.Source, "../there/x.md", "there/x.md|x.md", "there/x.md")]
    [InlineData(LinkKind.Folder, "x", "there/x.md|x.md", null)]
    [InlineData(LinkKind.Folder, "../x/", "here/x.md|x.md", "x.md")]
    public void The_best_fit_is_meant_and_of_equals_the_first(LinkKind kind, string target, string names, string? expected)
    {
        var reference = new LinkReference(kind, target, "here/post.md");
        var candidates = names.Split('|').Select(name => new LinkCandidate(name, new("/", ""))).ToList();

        Assert.Equal(expected, reference.Choose(candidates)?.Name);
        if (expected is not null)
            Assert.Equal(LinkReference.PostKey(expected), reference.Key);
    }

    [Theory]
    [InlineData("a/index.html", "/a/")]
    [InlineData("a/index.html", "a")]
    [InlineData("a.html", "/a")]
    [InlineData("index.html", "/")]
    [InlineData("x/y.php", "/x/y.php")]
    public void A_page_and_the_URLs_that_lead_there_have_one_key(string blob, string path)
    {
        Assert.Equal(LinkReference.UrlKey(blob), LinkReference.UrlKey(path));
        Assert.Contains(blob, new LinkReference(LinkKind.Url, path, "p.md").Places);
    }

    [Fact]
    public void Names_in_other_forms_have_one_key()
    {
        string[] names = ["_posts/2020-01-01-My Post.md", "my-post", "notes/MY_POST.markdown", "my post/index.md", "a/My-Post/_index.md", "my post/index.de.md"];
        Assert.Single(names.Select(LinkReference.PostKey).Distinct());
    }
}
