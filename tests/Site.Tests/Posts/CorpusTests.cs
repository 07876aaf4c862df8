using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Posts;

public class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void The_seed_is_read_exactly()
    {
        var file = Path.Combine(Shared.Folder("seeds"), "000_c3e92e5583e816e9.txt");
        var result = PostParser.Parse("000_c3e92e5583e816e9.md", File.ReadAllBytes(file), Sample.Uploaded, new());

        var post = Assert.IsType<ParseResult.Parsed>(result).Post;
        Assert.Equal("破获案件4270起！济宁严厉打击电信网络新型违法犯罪", post.Title);
        Assert.Equal([["新媒体", "趣头条", "分类"]], post.Categories);
        Assert.Equal(["趣头条"], post.Authors);
        Assert.Equal(new DateTimeOffset(2022, 1, 29, 23, 57, 28, TimeSpan.Zero), post.Date);
        Assert.False(post.Comments);
        Assert.Equal("https://cors.zfour.workers.dev/?http://static.1sapp.com/qupost/img/2022/01/30/f6e21331a31e47999b061d1551856a51.jpeg", post.Cover);
        Assert.Equal((BodyFormat.Html, 14), (post.Body.Format, post.Body.FirstLine));
        Assert.Empty(post.Notes);
    }

    [Fact]
    public void Posts_of_many_authors_are_read_or_rejected_with_their_line()
    {
        var folder = Shared.Folder("corpus");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var rejected = new List<string>();
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (PostParser.Parse(name, File.ReadAllBytes(file), Sample.Uploaded, Sample.Shanghai) is not ParseResult.Rejected { Reasons: var reasons }) continue;
            rejected.Add(name);
            foreach (var reason in reasons) output.WriteLine($"{name}:{reason.Line}:{reason.Column}: {reason.Message}");
            Assert.All(reasons, reason => Assert.True(reason.Line > 0 && reason.Column > 0));
        }

        // One blog's permalinks lie under /archives/, where this site has its own.
        Assert.InRange(rejected.RemoveAll(name => name.StartsWith("hexo/daichangya+hexo-blog/", StringComparison.Ordinal)), 0, 7);
        Assert.Empty(rejected);
    }
}
