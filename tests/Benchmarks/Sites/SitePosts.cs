using System.Globalization;
using System.Text;

namespace Blobpress.Benchmarks.Sites;

/// <summary>Posts of a site that its authors write at a constant rate, ten a day: the same in every run, text only, about 1 KB.</summary>
internal static class SitePosts
{
    public const int ADay = 10;

    private const int Categories = 8;
    private const int Tags = 20;
    private const int Authors = 3;
    private const int ParagraphsOfAKilobyte = 3;

    // 100, 1,000, 10,000 and 100,000 posts all end in the midst of a month of a year under way, as most days do.
    private static readonly DateTime Founded = new(1998, 2, 4, 0, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Words =
        ("the ferry left at eight and harbour was still while gulls argued over bread on quay a rope lay coiled beside lamp " +
        "that nobody had lit since spring our boat needs paint said keeper who counted waves instead of hours every tide brings " +
        "letters from islands we never saw").Split(' ');

    public static string NameOf(int number) => $"post-{number}.md";

    /// <summary>When a post of the series was written.</summary>
    public static DateTime DateOf(int number) =>
        Founded.AddDays(number / ADay).AddHours(8 + number % ADay).AddMinutes(number * 7 % 60);

    /// <summary>The category of a post of the series.</summary>
    public static int CategoryOf(int number) => number * 5 % Categories;

    /// <summary>What its title begins with, and no other post's does.</summary>
    public static string TitleOf(int number) => $"Post {number} ";

    /// <summary>A post of the series.</summary>
    public static string Text(int number) => Text(number, DateOf(number), CategoryOf(number));

    /// <summary>A post with another date or category than the series has it.</summary>
    public static string Text(int number, DateTime date, int category)
    {
        var random = new Random(number);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            ---
            title: {TitleOf(number)}{Sentence(random, 4)}
            date: {date:yyyy-MM-dd HH:mm:ss}
            categories: [subject{category % Categories}]
            tags: [tag{random.Next(Tags)}, tag{random.Next(Tags)}]
            author: Author {number % Authors}
            ---

            """));
        for (var paragraph = 0; paragraph < ParagraphsOfAKilobyte; paragraph++)
        {
            text.Append('\n').Append(Paragraph(random)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A post of about 5 KB with what Markdown has: headings, emphasis, links, lists, a quotation, a table and code.</summary>
    public static string LongText(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder(Text(number));
        while (text.Length < 4900)
        {
            text.Append(CultureInfo.InvariantCulture, $"""

                ## {Sentence(random, 5)}

                {Paragraph(random)} See [{Sentence(random, 3)}](https://example.org/{random.Next(1000)}) and **{Sentence(random, 2)}**.

                - {Sentence(random, 8)}
                - `{Sentence(random, 2)}` {Sentence(random, 6)}

                > {Sentence(random, 14)}

                | {Sentence(random, 1)} | {Sentence(random, 1)} |
                |---|---|
                | {Sentence(random, 2)} | *{Sentence(random, 2)}* |

                ```
                {Sentence(random, 9)}
                ```

                """);
        }

        return text.ToString();
    }

    private static string Paragraph(Random random) => string.Join(' ', Enumerable.Range(0, 4).Select(_ => Sentence(random, 12) + "."));

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
