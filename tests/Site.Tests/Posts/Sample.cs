using System.Text;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Posts;

/// <summary>Parses examples written as text.</summary>
internal static class Sample
{
    public static DateTimeOffset Uploaded { get; } = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    public static SiteSettings Shanghai { get; } = SiteSettings.Of(Generator.None) with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };

    public static ParseResult Parse(string text, string name = "a-post.md", SiteSettings? settings = null) =>
        PostParser.Parse(name, Encoding.UTF8.GetBytes(text), Uploaded, settings ?? new SiteSettings());

    public static Post Post(string text, string name = "a-post.md", SiteSettings? settings = null) =>
        Assert.IsType<ParseResult.Parsed>(Parse(text, name, settings)).Post;

    /// <summary>A post with this front matter and a line of text.</summary>
    public static Post WithFront(string front, SiteSettings? settings = null) => Post($"---\n{front}\n---\n\nText.\n", settings: settings);

    public static Reason Rejection(string text, string name = "a-post.md") =>
        Assert.IsType<ParseResult.Rejected>(Parse(text, name)).Reasons[0];
}
