using System.Globalization;

namespace Blobpress.Storms;

/// <summary>Writes the sources of a storm: few names, dates, terms and URLs, so that they meet in every way.</summary>
internal sealed class Sources(Random random, int names)
{
    private static readonly string[] Folders = ["", "", "notes/", "笔记/"];
    private static readonly string[] Categories = ["[news]", "[[news, local]]", "[[news, local, harbour], [walks]]", "[walks]", "[News]"];
    private static readonly string[] Tags = ["[tide]", "[tide, rope]", "[Rope]", "[]", "[c#]"];
    private static readonly string[] Dates =
    [
        "2024-03-01 08:00:00", "2024-03-01 08:00:00", "2024-03-01 09:30:00", "2024-03-02 10:00:00", "2025-07-14 12:00:00", "2025-12-31 23:59:59",
        "2026-01-01 01:00:00", "2026-01-04 00:00:00",
    ];

    private int _version;

    /// <summary>A source of any kind, most of them posts.</summary>
    public (string Name, string Text) Next() => random.Next(20) switch
    {
        0 => ("site.yml", Settings()),
        1 => ("theme/extra.css", $"p {{ margin: {_version++ % 3}px }}"),
        2 or 3 => (Asset(random.Next(2)), Svg()),
        4 => ("always-bad.md", "---\ntitle: [\n---\nbad\n"),
        _ => Post(),
    };

    private (string Name, string Text) Post()
    {
        var number = random.Next(names);
        return ($"{Folders[number % Folders.Length]}p{number}.md", random.Next(15) == 0 ? "---\ntitle: [\n---\nbad\n" : Post(number));
    }

    private string Post(int number)
    {
        var lines = new List<string>
        {
            $"title: T{number}{(random.Next(3) == 0 ? $" v{_version++}" : "")}",
            $"date: {Dates[random.Next(4) == 0 ? random.Next(Dates.Length) : number % Dates.Length]}",
            $"categories: {Pick(Categories)}",
            $"tags: {Pick(Tags)}",
        };
        Add(lines, 3, $"author: {Pick(["Ann", "Bo"])}");
        Add(lines, 6, $"permalink: /u{random.Next(3)}/");
        Add(lines, 6, $"alias: /{Pick(["u", "old"])}{random.Next(3)}/");
        Add(lines, 8, $"sticky: {random.Next(1, 3)}");
        Add(lines, 9, "layout: page");
        Add(lines, 12, "draft: true");
        Add(lines, 10, $"expires: {Pick(["2025-01-01", "2026-01-02"])}");
        var image = random.Next(4) == 0 ? $"\n\n![one](/{Asset(random.Next(2))})" : "";
        return $"---\n{string.Join('\n', lines)}\n---\nBody {_version++ % 5}{image}\n";
    }

    private string Settings() => string.Create(CultureInfo.InvariantCulture, $$"""
        title: {{Pick(["Quay", "Pier"])}}
        permalink: {{Pick([":year/:month/:day/:title/", ":year/:slug/"])}}
        lists: {front_page: {{random.Next(1, 4)}}, archive_page: {{random.Next(2, 5)}}}
        feed: {entries: 3, full_content: {{Pick(["true", "false"])}}}
        {{Pick(["", "", "nonsense: ["])}}
        """);

    private static string Asset(int number) => $"pics/a{number}.svg";

    private string Svg() => $"""<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="{_version++ % 3 + 1}" height="9"/></svg>""";

    private void Add(List<string> lines, int oneIn, string line)
    {
        if (random.Next(oneIn) == 0)
        {
            lines.Add(line);
        }
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
