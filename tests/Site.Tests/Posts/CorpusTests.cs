using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Tests.Html;

namespace Blobpress.Site.Tests.Posts;

/// <summary>Real posts of many authors, where they are at hand.</summary>
public class CorpusTests
{
    private const double MostRejected = 0.003;

    [Fact]
    public void Hardly_any_is_rejected()
    {
        var files = Directory.GetFiles(SharedPosts.Folder("corpus"), "*", SearchOption.AllDirectories);
        var rejected = files.Select(file => (file, Reason: Fault(file))).Where(result => result.Reason is not null).ToList();
        Assert.True(rejected.Count <= files.Length * MostRejected, string.Join("\n", rejected));
    }

    private static string? Fault(string file)
    {
        var generator = file.Contains("/jekyll/", StringComparison.Ordinal) ? Generator.Jekyll : file.Contains("/hugo/", StringComparison.Ordinal) ? Generator.Hugo : Generator.Hexo;
        var settings = SiteSettings.Of(generator);
        // That their bodies become articles is asked of the same posts where their words are counted.
        return (PostParser.Parse("posts/" + Path.GetFileName(file), File.ReadAllBytes(file), DateTimeOffset.UnixEpoch, settings) as ParseResult.Rejected)?.Reasons[0].Message;
    }
}
