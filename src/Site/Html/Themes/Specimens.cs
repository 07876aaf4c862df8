using Blobpress.Site.Images;
using Blobpress.Site.Listings;

namespace Blobpress.Site.Html.Themes;

/// <summary>Sample pages that between them use everything a template can be given.</summary>
internal static class Specimens
{
    private static readonly DateTimeOffset Day = new(2022, 1, 29, 8, 30, 0, TimeSpan.Zero);

    private static readonly TermLink Term = new("Term", "/tags/term/");

    private static readonly PostLink Link = new("Another post", "/another/", Day);

    private static readonly PostSummary Bare = new() { Name = "bare.md", Url = "/bare/", Title = "Bare", Date = Day, Excerpt = "" };

    private static readonly PostSummary Full = Bare with
    {
        Updated = Day.AddDays(2),
        Excerpt = "What it is about.",
        Cover = new()
        {
            Hash = "00000000000000000000000000000000",
            Width = 640,
            Height = 480,
            Variants = [new(640, 480, ImageFormat.Webp), new(640, 480, ImageFormat.Jpeg)],
        },
        Categories = [Term],
        Tags = [Term],
        Authors = [Term],
        Sticky = 1,
        Language = "fr",
    };

    private static readonly ListHeading All = new(ListKind.All, "", "/", [], Feeds: true);

    private static readonly ListHeading Category = new(ListKind.Category, "Local", "/categories/news/local/", [Term], Feeds: true);

    public static PostPage FullPost { get; } =
        new(new() { Summary = Full, Html = "<p>Text.</p>", Cover = Full.Cover, Comments = true, Words = 900 }, Link, Link);

    public static PostPage BarePost { get; } = new(new() { Summary = Bare, Html = "" }, null, null);

    public static FrontPage Home { get; } = new(All, [Full], [Bare, Full], "/archives/", [], null);

    public static FrontPage EmptyCategory { get; } = new(Category, [], [], "/categories/news/local/archives/", [Term], "/more/");

    public static ArchivePage SplitArchive { get; } = new(All, "", "/archives/", [], [new("2022", "/archives/2022/")], []);

    public static ArchivePage ArchiveOfEntries { get; } =
        new(Category, "2022", "/archives/2022/", [Term], [], [Link, Link with { Date = Day.AddYears(-1) }]);

    public static TermsPage Terms { get; } = new(ListKind.Tag, "a", "/tags/index/a/", [Term], [Term], [Term]);
}
