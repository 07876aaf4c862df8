namespace Blobpress.Storms.Authors;

/// <summary>Writes posts: few names, dates, terms and URLs, so that they meet in every way.</summary>
internal static class PostText
{
    public const string Bad = "---\ntitle: [\n---\nbad\n";

    private static readonly string[] Folders = ["", "", "notes/", "笔记/"];
    private static readonly string[] Categories = ["[news]", "[[news, local]]", "[[news, local, harbour], [walks]]", "[walks]", "[News]", "[[News, Local]]", "['news!']"];
    private static readonly string[] Tags = ["[tide]", "[tide, rope]", "[Rope]", "[]", "[c#]", "[c, C++]", "[C#, c]", "['.net', net]", "[Über, uber]", "['tide?', Tide]"];

    // The clock begins at 2026-01-01 00:00: some are about to come, at moments at which the clock likes to stop.
    private static readonly string[] Dates =
    [
        "2024-01-15 08:00:00", "2024-02-10 08:00:00", "2024-03-01 08:00:00", "2024-03-01 08:00:00", "2024-03-01 09:30:00", "2024-03-02 10:00:00", "2025-07-14 12:00:00", "2025-12-31 23:59:59",
        "2026-01-01 00:00:30", "2026-01-01 00:01:30", "2026-01-01 01:00:00", "2026-01-04 00:00:00",
    ];

    private static readonly string[] Ends = ["2025-01-01", "2026-01-01 00:01:00", "2026-01-01 00:02:00", "2026-01-02"];

    /// <summary>What may stand in front matter beside title, date and terms: one in how many posts has the line.</summary>
    private static readonly (int OneIn, Func<Desk, string> Line)[] FrontMatter =
    [
        (3, desk => $"author: {desk.Pick(["Ann", "Bo", "ann", "Ann."])}"),
        (6, desk => $"permalink: /u{desk.Random.Next(3)}/"),
        (6, desk => $"alias: /{desk.Pick(["u", "old"])}{desk.Random.Next(3)}/"),
        (8, desk => $"sticky: {desk.Random.Next(1, 3)}"),
        (12, desk => $"cover: /{desk.Pick(Picture.Names)}"),
        (12, _ => "draft: true"),
        (8, desk => $"expires: {desk.Pick(Ends)}"),
        (9, _ => "layout: page"),
    ];

    /// <summary>What may stand in a body beside its text.</summary>
    private static readonly (int OneIn, Func<Desk, string> Line)[] Body =
    [
        (4, desk => $"![one](/{desk.Pick(Picture.Names)})"),
        (10, desk => $"![two](/{desk.Pick(Picture.Names)})"),

        // Emphasis tells readers that what a link leads to may have moved a moment ago.
        (4, desk => $"*[see](/{NameOf(desk.Random.Next(desk.Posts))})*"),
        (6, desk => $"*[see](p{desk.Random.Next(desk.Posts)}.md#part)*"),
        (4, desk => $"*{{% post_link p{desk.Random.Next(desk.Posts)} %}}*"),
        (10, desk => $"*[see](/renamed/{NameOf(desk.Random.Next(desk.Posts))})*"),
        (6, desk => $"*[see](https://old.example/{desk.Pick(["u", "old"])}{desk.Random.Next(3)}/)*"),
        (12, desk => $"*[see](/{desk.Pick(Picture.Names)})*"),
    ];

    public static string NameOf(int number) => $"{Folders[number % Folders.Length]}p{number}.md";

    /// <summary>A post, new or changed.</summary>
    public static (string Name, string? Text) Next(Desk desk)
    {
        var number = desk.Random.Next(desk.Posts);
        return (NameOf(number), desk.Random.Next(15) == 0 ? Bad : Text(desk, number));
    }

    private static string Text(Desk desk, int number)
    {
        string[] always =
        [
            $"title: T{number}{(desk.Random.Next(3) == 0 ? $" v{desk.Version(100)}" : "")}",
            $"date: {(desk.Random.Next(4) == 0 ? desk.Pick(Dates) : Dates[number % Dates.Length])}",
            $"categories: {desk.Pick(Categories)}",
            $"tags: {desk.Pick(Tags)}",
        ];
        var body = desk.Some(Body).Prepend($"Body {desk.Version(5)}");
        return $"---\n{string.Join('\n', always.Concat(desk.Some(FrontMatter)))}\n---\n{string.Join("\n\n", body)}\n";
    }
}
