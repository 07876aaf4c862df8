using System.Diagnostics;
using System.Text.Json;
using Blobpress.Local;
using Blobpress.Site.Html;
using Blobpress.Site.Posts;

namespace Blobpress.Benchmarks.Scripts;

/// <summary>CPU time of the colours of code and of formulas, beyond that of the same text without them.</summary>
internal static class ScriptsBenchmark
{
    private const int Lines = 100;
    private const int Rounds = 20;

    private static readonly (string Language, string File)[] Codes =
    [
        ("csharp", "src/Site/Html/ArticleParser.cs"), ("javascript", "src/Local/Azurite/query-by-partition.cjs"), ("css", "src/Site/Html/Themes/Default/style.css"),
        ("html", "src/Site/Html/Themes/Default/post.liquid"), ("json", "src/Site/Html/Themes/Default/words.json"), ("bash", "test"), ("yaml", "azure.yaml"),
    ];

    private static readonly string[] Formulas = ["x", @"\frac{a+b}{2}", @"\begin{pmatrix}1&2\\3&4\end{pmatrix}", @"\begin{aligned}a&=b+c\\&=d\end{aligned}"];

    /// <summary>Prints a table, and the figures as one JSON object.</summary>
    public static int Run()
    {
        var first = Cpu(() => Parse("$$x$$\n\n```css\na { color: red }\n```"));
        Console.WriteLine($"| the first formula and the first block of a process | {first:0} ms |\n|---|---:|");
        var figures = new Dictionary<string, double> { ["firstMs"] = first };
        foreach (var (language, file) in Codes)
        {
            var lines = File.ReadLines(Path.Combine(ProjectFolder.Root, file)).ToList();
            var code = string.Join('\n', Enumerable.Range(0, Lines).Select(number => lines[number % lines.Count]));
            figures[language] = Mean($"```{language}\n{code}\n```") - Mean($"```\n{code}\n```");
            Console.WriteLine($"| 100 lines of {language} | {figures[language]:0.0} ms |");
        }

        foreach (var tex in Formulas)
        {
            figures[tex] = Mean($"$${tex}$$") - Mean("plain");
            Console.WriteLine($"| `{tex}` | {figures[tex]:0.0} ms |");
        }

        Console.WriteLine($"MiB, the whole process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0.0}");
        Console.WriteLine(JsonSerializer.Serialize(figures));
        return 0;
    }

    private static double Mean(string body)
    {
        Parse(body);
        Parse(body);
        return Cpu(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                Parse(body);
            }
        }) / Rounds;
    }

    private static double Cpu(Action work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }

    private static void Parse(string body) => ArticleParser.Parse(
        new Post { Name = "a.md", Title = "A", Date = DateTimeOffset.UnixEpoch, Slug = "a", Body = new(body, BodyFormat.Markdown, 1) }, new());
}
