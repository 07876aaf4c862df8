using System.Globalization;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>Few names, dates, terms and URLs, so that they meet in every way.</summary>
internal static class StormSources
{
    private static readonly string[] Names = ["a.md", "b.md", "notes/c.md", "笔记/d.md", "e.md", "table.csv", "site.yml"];
    private static readonly string[] Dates = ["2024-03-01", "2024-03-01", "2024-03-02", "2025-07-14"];
    private static readonly string[] Categories = ["[news]", "[[news, local]]", "[walks]"];
    private static readonly string[] Extras = ["", "", "", "permalink: /u1/", "alias: /u1/", "draft: true", "sticky: 1", "author: Ann"];

    public static string Name(Random random) => Pick(Names, random);

    public static string Text(string name, Random random) => name switch
    {
        "site.yml" => string.Create(CultureInfo.InvariantCulture, $"title: Quay\nlists: {{front_page: {random.Next(1, 4)}, archive_page: {random.Next(2, 5)}}}"),
        "table.csv" => string.Create(CultureInfo.InvariantCulture, $"a,{random.Next(3)}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"""
            ---
            title: {name[^4]} {random.Next(3)}
            date: {Pick(Dates, random)}
            categories: {Pick(Categories, random)}
            tags: [{Pick(["tide", "rope", "Rope"], random)}]
            {Pick(Extras, random)}
            ---
            Body {random.Next(5)}
            """),
    };

    private static string Pick(string[] choices, Random random) => choices[random.Next(choices.Length)];
}
