using System.Text;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Tests.Posts;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Tests.Urls;

/// <summary>Posts of public blogs and the URLs that their generators give them.</summary>
public class OldUrlTests(ITestOutputHelper output)
{
    // What a blog's configuration says beyond the keys of its site.txt.
    private static readonly Dictionary<string, string> Further = new()
    {
        ["hexo-bofeng+hexo-blog"] = "build_time_zone: UTC",
        ["hugo-yihui+yihui.org"] = "permalinks: {cn: /:sections/:year/:month/:slug/, en: /:sections/:year/:month/:slug/}",
    };

    [Fact]
    public void Every_post_of_these_blogs_keeps_its_URL()
    {
        var blogs = Directory.GetDirectories(Shared.Folder("urls")).Order(StringComparer.Ordinal).ToList();
        var lost = blogs.SelectMany(Lost).ToList();
        lost.ForEach(output.WriteLine);

        Assert.NotEmpty(blogs);
        Assert.Empty(lost);
    }

    private static IEnumerable<string> Lost(string blog)
    {
        var settings = SettingsOf(blog);
        foreach (var line in File.ReadLines(Path.Combine(blog, "expected.tsv")))
        {
            var (name, expected) = line.Split('\t') is [var source, var there] ? (source, there) : throw new InvalidDataException(line);
            var url = UrlOf(name, File.ReadAllBytes(Path.Combine(blog, "posts", name)), settings);
            if (Uri.UnescapeDataString(url) != Uri.UnescapeDataString(expected)) yield return $"{Path.GetFileName(blog)}: {name} should be at {expected}, and is at {url}";
        }
    }

    private static string UrlOf(string name, byte[] bytes, SiteSettings settings) => PostParser.Parse(name, bytes, Sample.Uploaded, settings) switch
    {
        ParseResult.Parsed(var post) when Permalink.For(post, settings) is PermalinkResult.At(var path) => path.Url,
        ParseResult.Rejected rejected => "nowhere: " + rejected.Reasons[0].Message,
        _ => "nowhere",
    };

    private static SiteSettings SettingsOf(string blog)
    {
        var yaml = File.ReadAllText(Path.Combine(blog, "site.txt"));
        if (Further.TryGetValue(Path.GetFileName(blog), out var further)) yaml = string.Join('\n', yaml.Split('\n').Where(line => !(line.StartsWith("permalink:", StringComparison.Ordinal) && further.StartsWith("permalink", StringComparison.Ordinal))).Append(further));
        return Assert.IsType<SettingsResult.Parsed>(SiteYaml.Parse(Encoding.UTF8.GetBytes(yaml))).Settings;
    }
}
