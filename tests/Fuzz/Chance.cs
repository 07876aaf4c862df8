using System.Text;
using Blobpress.Fuzz.Shapes;
using Blobpress.Site.Html.Themes;
using Blobpress.Site.Settings;

namespace Blobpress.Fuzz;

/// <summary>Texts that chance puts together of what shapes repeat, with bytes changed here and there. A number is one text for ever.</summary>
public static class Chance
{
    private const int MostPieces = 60;

    // A theme is compiled with all its files and tried on all pages.
    private const int ThemeEvery = 20;

    private static readonly string[] Templates =
    [
        "{{ site.title | append: page.title }}", "{% for i in (1..9) %}", "{% endfor %}", "{% if post %}", "{% else %}", "{% endif %}", "{% capture a %}", "{% endcapture %}",
        "{{ a | split: '' | join: a }}", "{% assign a = 'x' | replace: 'x', a %}", "{% render 'post' %}", "{% include 'card' %}", "{{ 1 | times: 99999999999 }}", "{% case a %}{% when 1 %}{% endcase %}",
        "{% liquid\nassign b = 1\necho b %}", "{{ post.html }}", "{{ 'a' | date: '%Y' }}", "{% tablerow i in (1..3) %}", "{% endtablerow %}", "{{", "{%", "}}", "%}", "|", "[", "(",
    ];

    private static readonly string[] Settings =
    [
        "title: ", "base_url: https://a.example/", "language: zh", "time_zone: Asia/Shanghai", "permalink: /:year/:title/", "generator: jekyll", "generator: hugo", "lists:\n  front_page: 5", "menu:\n  - title: a\n    url: /b/",
        "images:\n  widths: [1, 2, x]", "fetch:\n  max_bytes: 1e9", "embeds: [a.example]", "trusted_files: ['**']", "comments: |\n  <p>", "&a", "*a", "- ", "? ", ": ", "[", "{", "'", "\"", "\t", "!!binary x", "<<: *a", "---", "...",
    ];

    /// <summary>Tries one text of each kind; what was thrown and the text that did it, or null.</summary>
    public static (string Kind, string Text, Exception Fault)? Try(int seed)
    {
        var random = new Random(seed);
        var pieces = AllShapes.Posts.SelectMany(shape => new[] { shape.Before, shape.Piece, shape.Piece, shape.After }).Where(piece => piece.Length > 0).ToArray();
        var settings = SiteSettings.Of((Generator)random.Next(4));
        return Try("post", Text(random, pieces), bytes => PostPipeline.RunToTheEnd(random.Next(3) == 0 ? "2022-01-29-a.html" : "a/b.md", bytes, settings))
            ?? Try("site.yml", Text(random, Settings), bytes => SiteYaml.Parse(bytes))
            ?? Try("theme", Text(random, Templates), bytes => seed % ThemeEvery != 0 ? null : Theme.Compile(new Dictionary<string, string> { ["theme/post.liquid"] = Encoding.UTF8.GetString(bytes) }))
            ?? Try("name", Text(random, pieces), bytes => PostPipeline.RunToTheEnd(Encoding.UTF8.GetString(bytes), "# a"u8.ToArray(), settings));
    }

    private static (string Kind, string Text, Exception Fault)? Try(string kind, byte[] text, Func<byte[], object?> work)
    {
        try
        {
            work(text);
            return null;
        }
        catch (Exception fault)
        {
            return (kind, Encoding.UTF8.GetString(text), fault);
        }
    }

    private static byte[] Text(Random random, string[] pieces)
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, MostPieces); left > 0; left--)
        {
            var piece = pieces[random.Next(pieces.Length)].Replace("¤", $"{random.Next(9)}", StringComparison.Ordinal);
            for (var times = random.Next(8) == 0 ? random.Next(40) : 1; times > 0; times--)
                text.Append(piece);
            if (random.Next(4) == 0)
                text.Append('\n');
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        for (var changes = random.Next(3) == 0 ? random.Next(8) : 0; changes > 0 && bytes.Length > 0; changes--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }
}
