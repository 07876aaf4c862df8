using System.Diagnostics;
using System.Text;
using Blobpress.Site.Html;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Benchmarks.Sites;

/// <summary>CPU time of a post's text on its way to an article: parsed, rendered, sanitized.</summary>
internal static class TextCost
{
    private const int Posts = 200;
    private const int Rounds = 5;

    /// <summary>Milliseconds a post of about 5 KB, after a round to warm up.</summary>
    public static double Measure()
    {
        var texts = Enumerable.Range(0, Posts).Select(number => Encoding.UTF8.GetBytes(SitePosts.LongText(number))).ToList();
        var settings = new SiteSettings();
        Round(texts, settings);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var round = 0; round < Rounds; round++)
        {
            Round(texts, settings);
        }

        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Rounds / Posts;
    }

    private static void Round(IReadOnlyList<byte[]> texts, SiteSettings settings)
    {
        foreach (var text in texts)
        {
            var parsed = (ParseResult.Parsed)PostParser.Parse("post.md", text, DateTimeOffset.UnixEpoch, settings);
            ((ArticleResult.Drafted)ArticleParser.Parse(parsed.Post, settings)).Draft.Render(new Dictionary<string, ImageOutcome>());
        }
    }
}
