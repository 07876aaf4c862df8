using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

/// <summary>No word that a reader would see is missing without a note.</summary>
public partial class WordsTests(ITestOutputHelper output)
{
    private const int Rounds = 600;

    private static readonly string[] Pieces =
    [
        "alpha ", "beta", "中文", "，", "\n", "\n\n", "- ", "> ", "# ", "1. ", "    ", "| gamma | delta |\n|---|---|\n", "| eins | zwei | drei |\n", "`code span`", "```\nfenced code\n```\n",
        "**", "*", "~~", "~", "^", "==", "++", "$", "$$", "[link](/x/)", "![alt](y.png)", "https://a.example/x", "www.b.example", "a@b.example", "<b>", "</b>", "<div>", "</div>", "<T>",
        "List<Object>", "<iframe>", "<script>", "<style>", "<template>", "<button>", "</button>", "<select><option>choice</option></select>", "<textarea>typed</textarea>", "<video>", "<object>", "</object>",
        "<noscript>", "<!-- ", "<?php ", "<svg><text>drawn</text></svg>", "<math><mi>m</mi></math>", "<table><tr><td>cell", "</table>", "<title>", "<details>", "<summary>sum</summary>", "{% note %}\n",
        "{% endnote %}", "{% foo bar %}", "{{ page.nothing }}", "{{< figure src=\"z.png\" caption=\"shown\" >}}", ":::tip head\n", ":::\n", "[^1]", "\n[^1]: foot\n", "\n[^2]: unreferred\n", "{:ok, pid}", "[TOC]\n",
        "&amp;", "&lt;b>", "\\*", "<br>", "<hr>", "<p>", "</p>", "<pre>", "</pre>", "<xmp>", "</", "<", ">", "\"", "<a href=\"q\">", "</a>", "<img alt=\"seen\" src=\"\">", "<x-y>", "</x-y>",
    ];

    [Fact]
    public void Of_generated_texts()
    {
        var seed = 20_260_704;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var failures = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var body = string.Concat(Enumerable.Range(0, random.Next(2, 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            foreach (var format in Enum.GetValues<BodyFormat>())
            {
                foreach (var generator in Enum.GetValues<Generator>())
                {
                    var missing = Missing(Example.Post(body, format), generator);
                    if (missing.Count > 0)
                        failures.Add($"{string.Join(' ', missing)} of {format}, {generator}: {body.Replace("\n", "\\n", StringComparison.Ordinal)}");
                }
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count}\n{string.Join("\n", failures.OrderBy(failure => failure.Length).Take(40))}");
    }

    [Fact]
    public void Of_posts_of_many_authors()
    {
        var failures = new List<string>();
        foreach (var file in Directory.GetFiles(SharedPosts.Folder("corpus"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var generator = file.Contains("jekyll", StringComparison.Ordinal) ? Generator.Jekyll : file.Contains("hugo", StringComparison.Ordinal) ? Generator.Hugo : Generator.Hexo;
            if (PostParser.Parse("a/" + Path.GetFileName(file), File.ReadAllBytes(file), DateTimeOffset.UnixEpoch, SiteSettings.Of(generator)) is not ParseResult.Parsed { Post: var post })
                continue;
            if (Missing(post, generator) is { Count: > 0 } missing)
                failures.Add($"{file}: {string.Join(' ', missing.Take(12))}");
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static List<string> Missing(Post post, Generator generator)
    {
        var draft = Example.Draft(post, SiteSettings.Of(generator));
        var html = draft.Render(new Dictionary<string, ImageOutcome>()).Html;
        var page = Example.Parse(html).Body!;
        var shown = new StringBuilder(post.Title).Append(' ').Append(page.TextContent);
        foreach (var element in page.QuerySelectorAll("*"))
            shown.Append(' ').Append(element.GetAttribute("title")).Append(' ').Append(element.GetAttribute("href")).Append(' ').Append(element.GetAttribute("alt"));
        foreach (var note in draft.Notes.Concat(post.Notes))
            shown.Append(' ').Append(note.Message);
        var words = Words(shown.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var text = shown.ToString();
        return [.. Words(Visible(post.Body.Text)).Distinct().Where(word => word is not "TOC" && !(word.Length == 1 && char.IsAsciiDigit(word[0])) && !words.Contains(word) && !text.Contains(word, StringComparison.OrdinalIgnoreCase))];
    }

    // What is left of a source when all that is certainly markup is taken off.
    private static string Visible(string source)
    {
        var text = Command().Replace(Hidden().Replace(source, " "), " ");
        text = Destination().Replace(text, " ");
        text = Definition().Replace(text, " ");
        text = Mark().Replace(text, " ");
        text = Braces().Replace(text, " ");
        return WebUtility.HtmlDecode(Tag().Replace(Fence().Replace(text, "$1"), " "));
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"<!--.*?-->|<(script|style|title|iframe)\b.*?</\1\s*>|<svg\b.*?</svg>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    // The commands of TeX: of a formula its letters and numbers are words.
    [GeneratedRegex(@"\\[A-Za-z]+")]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\([^)\n]*\)+|\]\[[^\]\n]*\]")]
    private static partial Regex Destination();

    [GeneratedRegex(@"^ {0,3}\[[^\]^\n]+\]:[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^[\s>*+-]*(?:\d+[.)][\s>]*)+|^\s*@?\[\[?_?TOC_?\]?\].*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\{[%{#:].*?[%}#]\}+|\{[#.:][^}\n]*\}", RegexOptions.Singleline)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^([\s>*+-]*)(?:`{3,}|~{3,}|:{3,})[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]|[\p{L}\p{N}-[\p{IsCJKUnifiedIdeographs}]]+")]
    private static partial Regex Word();
}
