namespace Blobpress.Storms.Tests;

/// <summary>The shortest of histories that once went wrong.</summary>
public sealed class KnownHistoryTests
{
    [Fact]
    public void A_change_of_the_title_reaches_the_index_of_authors_that_no_post_has()
    {
        History history = new(1795625464, Processes: 1, FaultRate: 0.018, CrashRate: 0.02, Stalls: false,
            [
                new("pics/a0.svg", Drawing(1), 2),
                new("theme/extra.css", "p { margin: 1px }", 0),
                new("pics/a1.svg", Drawing(3), 1),
                new("always-bad.md", "---\ntitle: [\n---\nbad\n", 1),
                Upload("笔记/p7.md", 1, "title: T7 v3", "date: 2026-01-04 00:00:00", "categories: [[news, local, harbour], [walks]]", "tags: [tide]", "alias: /old1/"),
                new("site.yml", "title: Quay\npermalink: :year/:slug/\nlists: {front_page: 3, archive_page: 4}\n", 1),
            ]);
        Assert.Null(Storm.Play(history));
    }

    [Fact]
    public void A_post_that_gets_its_URL_back_is_linked_from_everywhere_again()
    {
        History history = new(7302101, Processes: 1, FaultRate: 0, CrashRate: 0, Stalls: false,
            [
                Upload("笔记/p7.md", 1, "title: T7 v5", "date: 2025-12-31 23:59:59", "categories: [[news, local, harbour], [walks]]", "permalink: /u0/", "alias: /old0/"),
                Upload("p4.md", 1, "title: T4 v26", "date: 2025-12-31 23:59:59", "categories: [[news, local]]", "tags: [tide, rope]", "permalink: /u0/"),
                Upload("p5.md", 1, "title: T5", "date: 2026-01-04 00:00:00", "categories: [[news, local, harbour], [walks]]", "tags: [tide, rope]", "author: Ann"),
                Upload("笔记/p3.md", 1, "title: T3", "date: 2024-03-01 09:30:00", "categories: [walks]", "tags: [c#]", "author: Bo", "alias: /old1/", "sticky: 1"),
                Upload("p4.md", 3, "title: T4 v31", "date: 2025-07-14 12:00:00", "categories: [walks]", "tags: [c#]", "author: Ann", "permalink: /u1/"),
            ]);
        Assert.Null(Storm.Play(history));
    }

    [Fact]
    public void The_images_of_a_post_whose_URL_is_anothers_need_not_stay()
    {
        History history = new(14000602, Processes: 1, FaultRate: 0, CrashRate: 0, Stalls: false,
            [
                new("pics/a0.svg", Drawing(1), 1),
                Upload("p5.md", 1, "title: T5", "date: 2024-03-02 10:00:00", "permalink: /u2/"),
                new("p4.md", "---\ntitle: T4\ndate: 2025-07-14 12:00:00\npermalink: /u2/\n---\nBody 3\n\n![one](/pics/a0.svg)\n", 1),
            ]);
        Assert.Null(Storm.Play(history));
    }

    [Fact]
    public void A_front_page_made_with_other_settings_is_written_before_a_page_goes_that_it_links_to()
    {
        History history = new(365178, Processes: 1, FaultRate: 0, CrashRate: 0, Stalls: false,
            [
                Upload("notes/p10.md", 1, "title: T3", "date: 2024-03-02 10:00:00", "categories: [[News, Local]]", "author: Ann", "permalink: /u2/"),
                Upload("p1.md", 1, "title: T1", "date: 2024-03-01 08:00:00", "categories: [News]", "author: Ann"),
                new("site.yml", "title: Pier\npermalink: :category/:title/\nlists: {front_page: 1, archive_page: 3}\n", 1),
                Upload("p1.md", 3, "title: T1", "date: 2024-03-01 08:00:00", "categories: [News]", "author: ann"),
            ]);
        Assert.Null(Storm.Play(history));
    }

    [Fact]
    public void A_post_that_came_before_the_first_theme_has_the_style_that_it_links_to()
    {
        History history = new(134922, Processes: 1, FaultRate: 0, CrashRate: 0, Stalls: false,
            [
                new("p0.md", "---\ntitle: T0 v1\ndate: 2024-03-01 08:00:00\ncategories: [news]\ntags: [Über, uber]\ncover: /pics/a2.png\n---\nBody 2\n\n![two](/pics/a3.png)\n", 1),
                new("notes/p6.md", "---\ntitle: T6 v3\ndate: 2024-03-02 10:00:00\ncategories: [[News, Local]]\ntags: [tide, rope]\nsticky: 2\ncover: /pics/a1.svg\n---\nBody 4\n", 0),
                new("theme/style.css", "p { margin: 2px }", 1),
            ]);
        Assert.Null(Storm.Play(history));
    }

    private static AuthorAction Upload(string name, int events, params string[] frontMatter) =>
        new(name, $"---\n{string.Join('\n', frontMatter)}\n---\nBody.\n", events);

    private static string Drawing(int width) => $"""<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="{width}" height="9"/></svg>""";
}
