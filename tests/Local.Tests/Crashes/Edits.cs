using System.Globalization;

namespace Blobpress.Local.Tests.Crashes;

/// <summary>What authors do to a folder: posts come, change, move and go, all few enough to meet in the same lists.</summary>
internal sealed class Edits(Random random, TemporaryFolder folder)
{
    private const int Names = 20;

    private static readonly string[] Tags = ["[]", "[sea]", "[sea, rope]", "[rope]"];
    private static readonly string[] Categories = ["[news]", "[news, harbour]", "[walks]"];

    private int _version;

    public void Make(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Make();
        }
    }

    private void Make()
    {
        var number = random.Next(Names);
        var name = $"posts/{(number % 3 == 0 ? "notes/" : "")}p{number}.md";
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                File.Delete(folder.Of(name));
                break;
            case 3:
                folder.Write("posts/site.yml", $"title: Quay {random.Next(2)}\nlists: {{front_page: {random.Next(3, 6)}, archive_page: {random.Next(3, 6)}}}\n");
                break;
            case 4:
                folder.Write("posts/chart.csv", $"high,{_version++}\n");
                break;
            default:
                folder.Write(name, Post(number));
                break;
        }
    }

    // Nothing that depends on what was there before: a URL that two posts want, or a post that is rejected, keeps an older version.
    private string Post(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: Post {number}, version {_version++}
        date: 2024-0{1 + (number % 3)}-{10 + random.Next(3)} 08:00:00
        permalink: /posts/{number}-{random.Next(3)}/
        alias: /old/{number}-{random.Next(3)}/
        tags: {Tags[random.Next(Tags.Length)]}
        categories: {Categories[random.Next(Categories.Length)]}
        draft: {(random.Next(8) == 0 ? "true" : "false")}
        ---
        Text {random.Next(5)}.

        """);
}
