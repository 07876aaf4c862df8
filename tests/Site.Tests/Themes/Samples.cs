using Blobpress.Site.Html;
using Blobpress.Site.Images;
using Blobpress.Site.Listings;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Themes;

/// <summary>A small site to render.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Day = new(2022, 1, 29, 23, 57, 28, TimeSpan.FromHours(8));

    public static readonly SiteSettings Site = new()
    {
        Title = "Harbour Notes",
        Description = "Essays on the sea",
        BaseUrl = new("https://notes.example/"),
        Author = "Ada",
    };

    public static readonly EncodedImage Photo = new()
    {
        Hash = "0123456789abcdef0123456789abcdef",
        Width = 1280,
        Height = 720,
        Color = "#445566",
        Variants = [new(640, 360, ImageFormat.Webp), new(1280, 720, ImageFormat.Webp), new(640, 360, ImageFormat.Jpeg), new(1280, 720, ImageFormat.Jpeg)],
    };

    public static readonly ListHeading All = new(ListKind.All, "", "/", [], Feeds: true);

    public static readonly PostSummary Plain = new()
    {
        Name = "night.md",
        Url = "/2022/01/29/night/",
        Title = "Night boat",
        Date = Day,
        Excerpt = "When the lamps came on.",
    };

    public static readonly PostSummary Rich = Plain with
    {
        Name = "harbour.md",
        Url = "/2022/01/28/harbour/",
        Title = "The harbour",
        Date = Day.AddDays(-1),
        Updated = Day.AddDays(3),
        Cover = Photo,
        Categories = [new("news / local", "/categories/news/local/")],
        Tags = [new("sea", "/tags/sea/"), new("港口", "/tags/%E6%B8%AF%E5%8F%A3/")],
        Authors = [new("Grace", "/authors/grace/")],
    };

    public static PostPage Page(PostSummary post, string html = "<p>Text.</p>") =>
        new(new() { Summary = post, Html = html, Cover = post.Cover, Comments = true, Words = 460 }, null, null);

    public static FrontPage Home(params PostSummary[] posts) => new(All, [], posts, "/archives/", [], null);
}
