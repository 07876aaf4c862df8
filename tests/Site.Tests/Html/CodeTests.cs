using System.Text;
using System.Text.RegularExpressions;
using Blobpress.Site.Feeds;
using Blobpress.Site.Html.Code;
using Blobpress.Site.Html.Scripts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

/// <summary>Code in posts: coloured, titled, numbered, marked.</summary>
public partial class CodeTests
{
    [Fact]
    public void A_block_is_coloured_and_says_its_language() => Assert.Equal(
        "<figure class=\"code\"><figcaption><span class=\"code-language\">C#</span></figcaption><pre tabindex=\"0\"><code class=\"language-cs\"><span class=\"k\">var</span> x = <span class=\"m\">1</span>; <span class=\"c\">// 注释 &lt;b&gt;</span>\n</code></pre></figure>",
        Example.Markdown("```cs\nvar x = 1; // 注释 <b>\n```"));

    [Theory]
    [InlineData("js {1,3-4} title=\"src/app.js\"", "src/app.js", "1 3 4", "")]
    [InlineData("js{2}", "", "2", "")]
    [InlineData("js mark:1,3 启动 脚本 https://a.example/x 源码", "启动 脚本", "1 3", "")]
    [InlineData("js {hl_lines=[1,\"3-4\"],linenos=true,linenostart=10}", "", "1 3 4", "10 11 12 13")]
    [InlineData("js showLineNumbers filename=\"a.js\"", "a.js", "", "1 2 3 4")]
    [InlineData("{.js .numberLines startFrom=\"5\"}", "", "", "5 6 7 8")]
    [InlineData("js:src/app.js", "src/app.js", "", "")]
    [InlineData("js line_number:true first_line:7 mark:8", "", "2", "7 8 9 10")]
    public void What_stands_beside_a_fence_is_understood(string info, string title, string marked, string numbers)
    {
        var page = Example.Parse(Example.Markdown($"```{info}\na()\nb()\nc()\nd()\n```", Generator.Hexo).Html);
        var lines = page.QuerySelectorAll(".line").ToList();
        Assert.Equal("JavaScript", page.QuerySelector(".code-language")!.TextContent);
        Assert.Equal(title, page.QuerySelector(".code-title")?.TextContent ?? "");
        Assert.Equal(marked, string.Join(' ', lines.Select((line, at) => (line, at)).Where(l => l.line.ClassList.Contains("marked")).Select(l => l.at + 1)));
        Assert.Equal(numbers, string.Join(' ', lines.Select(line => line.GetAttribute("data-n")).OfType<string>()));
        Assert.Equal("a()\nb()\nc()\nd()\n", page.QuerySelector("code")!.TextContent);
    }

    [Theory]
    [InlineData("{% codeblock 排序 lang:js https://a.example/x source mark:2 %}\na\nb\n{% endcodeblock %}", "排序source JavaScript", "b")]
    [InlineData("{% highlight js linenos mark_lines=\"2\" %}\na\nb\n{% endhighlight %}", "JavaScript", "b")]
    [InlineData("{{< highlight js \"linenos=table,hl_lines=1-1 2\" >}}\na\nb\n{{< /highlight >}}", "JavaScript", "ab")]
    [InlineData("<pre><code class=\"lang-js\">a\nb</code></pre>", "JavaScript", "")]
    public void Tags_and_html_are_too(string body, string caption, string marked)
    {
        var page = Example.Parse(Example.Markdown(body));
        Assert.Equal(caption.Replace(" ", "", StringComparison.Ordinal), page.QuerySelector("figcaption")!.TextContent);
        Assert.Equal(marked, string.Concat(page.QuerySelectorAll(".marked").Select(line => line.TextContent)));
    }

    [Fact]
    public void Lines_of_a_diff_are_told_apart()
    {
        var page = Example.Parse(Example.Markdown("```diff\n--- a\n+++ b\n-old\n+new\n same\n```"));
        Assert.Equal("-old", Assert.Single(page.QuerySelectorAll(".removed")).TextContent);
        Assert.Equal("+new", Assert.Single(page.QuerySelectorAll(".added")).TextContent);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("__proto__")]
    [InlineData("constructor")]
    public void An_unknown_language_is_plain(string language) =>
        Assert.Matches("^<pre tabindex=\"0\"><code( class=\"language-[^\"]*\")?>var x = 1;\n</code></pre>$", Example.Markdown($"```{language}\nvar x = 1;\n```"));

    [Theory]
    [InlineData(5_100, 3)]
    [InlineData(1, 10_100)]
    public void What_is_too_large_is_plain(int lines, int length) =>
        Assert.DoesNotContain("<span class=\"m\">", Example.Markdown($"```js\n{string.Concat(Enumerable.Repeat(new string('1', length) + "\n", lines))}```"), StringComparison.Ordinal);

    [Fact]
    public void Code_of_many_small_words_does_not_swell_a_page()
    {
        var body = $"```js\n{string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("1,", 400)) + "\n", 20))}```";
        Assert.InRange(Example.Markdown(body).Length, 1, 8 * body.Length);
    }

    [Fact]
    public void A_post_has_so_much_time_for_colours_and_no_more_and_is_the_same_each_time()
    {
        var block = "```csharp\n" + string.Concat(Enumerable.Repeat("public List<Dictionary<string, int>> M(int a, string b) => new() { [a] = $\"{b}\" }; // x\n", 60)) + "```\n\n";
        var body = string.Concat(Enumerable.Repeat(block, 60));
        var html = Example.Markdown(body);
        Assert.Contains("<span class=\"k\">", html, StringComparison.Ordinal);
        Assert.EndsWith("// x\n</code></pre></figure>", html, StringComparison.Ordinal);
        Assert.Equal(html, Example.Markdown(body));
    }

    [Fact]
    public void Every_language_keeps_every_character()
    {
        const string text = "if (x == \"a$HOME\") { return 1; } # c\n// d\n<p class=\"x\">{{ y }}</p> <?php echo 1; ?>\nfunction f(a) = 'b' :sym @x -- e\nkey: value\n中文 “引号” 🙂 \\ ` ~\n";
        var languages = CodeLanguages.All.ToList();
        var coloured = languages.Where(language => Prism.Read(text, language, new ScriptBudget(), TestContext.Current.CancellationToken) is { } stretches && stretches.Any(s => s.Class.Length > 0)).Count();
        Assert.InRange(coloured, 270, languages.Count);
    }

    [Theory]
    [InlineData("js javascript ts typescript jsx tsx vue html xml svg css scss sass less stylus json jsonc yaml yml toml ini")]
    [InlineData("c cpp c++ h hpp cs csharp c# fsharp f# vb java kotlin kt scala groovy gradle swift objc objective-c go golang rust rs zig d")]
    [InlineData("py python rb ruby php perl pl lua r julia jl matlab octave haskell hs ocaml elm clojure clj lisp scheme erlang elixir ex dart")]
    [InlineData("sh bash shell zsh console powershell ps1 bat cmd batch docker dockerfile makefile make cmake nginx apache sql mysql postgresql graphql")]
    [InlineData("diff patch markdown md latex tex http protobuf proto terraform hcl vim asm nasm wasm solidity verilog vhdl glsl regex csv awk")]
    public void The_names_that_people_write_are_known(string names) => Assert.DoesNotContain(names.Split(' '), name => CodeLanguages.Find(name) is null && CodeLanguages.Find(name.ToUpperInvariant()) is null);

    [Fact]
    public void A_page_does_not_depend_on_what_was_coloured_before_it()
    {
        const string html = "```html\n<style>a { color: red }</style><script>let a = 1;</script><?php echo 1 ?>\n```";
        var first = Example.Markdown(html);
        foreach (var language in new[] { "php", "css-extras", "js-extras", "js-templates", "javadoc", "markdown", "jsx" })
            Example.Markdown($"```{language}\n<a b=\"c\">\n```");
        Assert.Equal(first, Example.Markdown(html));
    }

    [Fact]
    public void Feeds_have_code_without_its_colours()
    {
        var html = Example.Markdown("```js\nlet a = 1;\n```\n\n<p>x</p>");
        Assert.Contains("<pre tabindex=\"0\"><code class=\"language-js\">let a = 1;\n</code></pre>", AbsoluteHtml.Render(Example.Settings, html, "/x/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_comes_in_beside_a_fence() => Assert.DoesNotContain(
        "<script", Example.Markdown("```js title=\"<script>\" url=\"javascript:alert(1)\" link=\"y\"\nlet a\n```"), StringComparison.Ordinal);

    /// <summary>WCAG 2.2, 1.4.3 (AA).</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Colours_stand_out_from_every_ground(int scheme)
    {
        var theme = Blobpress.Site.Html.Themes.Theme.Default.Assets.ToDictionary(asset => asset.Name, asset => Encoding.UTF8.GetString(asset.Bytes.Span));
        var colours = Variable().Matches(theme["code.css"]).Concat(Variable().Matches(theme["style.css"])).GroupBy(m => m.Groups[1].Value)
            .Where(group => group.Count() >= 2).ToDictionary(group => group.Key, group => Luminance(group.ElementAt(scheme).Groups[2].Value));
        foreach (var ground in new[] { "tint", "code-marked", "code-added", "code-removed" })
        {
            foreach (var (name, luminance) in colours.Where(c => c.Key is "ink" or "soft" || (c.Key.StartsWith("code-", StringComparison.Ordinal) && c.Key is not ("code-marked" or "code-added" or "code-removed"))))
            {
                var (light, dark) = (Math.Max(luminance, colours[ground]), Math.Min(luminance, colours[ground]));
                Assert.True((light + 0.05) / (dark + 0.05) >= 4.5, $"{name} on {ground}: {(light + 0.05) / (dark + 0.05):0.00}");
            }
        }
    }

    private static double Luminance(string hex)
    {
        double Channel(int at) => Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex("--([a-z-]+): #([0-9a-f]{6});")]
    private static partial Regex Variable();
}
