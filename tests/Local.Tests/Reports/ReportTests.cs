using Blobpress.Local.Reports;
using Blobpress.Publishing.Images;
using Blobpress.Site.Posts;

namespace Blobpress.Local.Tests.Reports;

public sealed class ReportTests
{
    private static readonly PostReport[] Posts =
    [
        new()
        {
            Source = "trips/港口.md",
            Outcome = PostOutcome.Published,
            Url = "/2022/01/29/%E6%B8%AF%E5%8F%A3/",
            Title = "港口",
            Images = [new("https://proxy.example/?http://img.example/a.jpg", "http://img.example/a.jpg", "missing", "the origin answered 404.")],
            Milliseconds = 312,
        },
        new() { Source = "broken.md", Outcome = PostOutcome.Rejected, Reasons = [new Reason(4, 7, "The date has no such day.")] },
    ];

    private static readonly OwedImage[] Owed = [new("trips/港口.md", "http://img.example/a.jpg", "the origin answered 404.", new(2022, 2, 1, 0, 0, 0, TimeSpan.Zero))];

    [Fact]
    public async Task The_file_holds_the_posts_and_the_totals()
    {
        using var folder = new TemporaryFolder();
        await ReportWriter.WriteAsync(folder.Of("new/r.json"), new SiteReport(Posts, Owed, 2), TestContext.Current.CancellationToken);
        var expected = """
            {
              "posts": [
                {
                  "source": "trips/港口.md",
                  "outcome": "published",
                  "url": "/2022/01/29/%E6%B8%AF%E5%8F%A3/",
                  "title": "港口",
                  "reasons": [],
                  "images": [
                    {
                      "url": "https://proxy.example/?http://img.example/a.jpg",
                      "origin": "http://img.example/a.jpg",
                      "outcome": "missing",
                      "reason": "the origin answered 404."
                    }
                  ],
                  "milliseconds": 312
                },
                {
                  "source": "broken.md",
                  "outcome": "rejected",
                  "url": null,
                  "title": null,
                  "reasons": [
                    {
                      "line": 4,
                      "column": 7,
                      "message": "The date has no such day."
                    }
                  ],
                  "images": [],
                  "milliseconds": 0
                }
              ],
              "imagesOwed": [
                {
                  "post": "trips/港口.md",
                  "image": "http://img.example/a.jpg",
                  "reason": "the origin answered 404.",
                  "askedAgain": "2022-02-01T00:00:00+00:00"
                }
              ],
              "moreImagesOwed": 2,
              "totals": {
                "published": 1,
                "unchanged": 0,
                "draft": 0,
                "scheduled": 0,
                "removed": 0,
                "rejected": 1
              }
            }
            """;
        Assert.Equal(expected, await File.ReadAllTextAsync(folder.Of("new/r.json"), TestContext.Current.CancellationToken), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_console_shows_a_line_a_post_and_a_summary()
    {
        using var output = new StringWriter();
        new ConsoleReport(output, colors: false).Write(Posts);
        var expected = """
            published  trips/港口.md  /2022/01/29/港口/  312 ms
                       image http://img.example/a.jpg: the origin answered 404.
            rejected   broken.md
                       broken.md:4:7: The date has no such day.
            2 posts: 1 published, 1 rejected.

            """;
        Assert.Equal(expected, output.ToString(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_console_lists_the_images_that_are_owed_and_when_they_are_asked_for_again()
    {
        using var output = new StringWriter();
        new ConsoleReport(output, colors: false).Write(new SiteReport(Posts, Owed, 40));
        var expected = """
            published  trips/港口.md  /2022/01/29/港口/  312 ms
            rejected   broken.md
                       broken.md:4:7: The date has no such day.
            2 posts: 1 published, 1 rejected.
            41 images are still owed; they are asked for again while this program or the Functions app runs:
              trips/港口.md: http://img.example/a.jpg, again from 2022-02-01 00:00:00 UTC. the origin answered 404.
              and 21 more; --report names the first 1.

            """;
        Assert.Equal(expected, output.ToString(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Colours_are_only_for_terminals()
    {
        using var output = new StringWriter();
        new ConsoleReport(output, colors: true).Write(Posts);
        Assert.Contains("\e[32mpublished", output.ToString(), StringComparison.Ordinal);
    }
}
