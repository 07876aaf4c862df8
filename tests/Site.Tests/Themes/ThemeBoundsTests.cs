using Blobpress.Site.Html.Themes;

namespace Blobpress.Site.Tests.Themes;

/// <summary>A theme that asks for more than a page may take is refused as a faulty one is, whatever it asks for it by.</summary>
public class ThemeBoundsTests
{
    private const string Long = "{% assign a = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..12) %}{% assign a = a | append: a %}{% endfor %}";

    [Theory]
    [InlineData("{% for i in (1..100000000) %}{% endfor %}")]
    [InlineData("{% assign n = 100000000 %}{% for i in (1..n) %}{% endfor %}")]
    [InlineData("{% for i in (-2000000000..2000000000) %}{% endfor %}")]
    [InlineData("{% tablerow i in (1..100000000) cols: 2 %}{% endtablerow %}")]
    [InlineData("{% assign r = (1..100000000) %}{{ r | size }}")]
    [InlineData("{% if (1..100000000) == 1 %}x{% endif %}")]
    [InlineData("{{ (1..100000000) | join: 'x' }}")]
    [InlineData("{% for i in (1..9000) %}{% for j in (1..9000) %}{{ j }}{% endfor %}{% endfor %}")]
    [InlineData("{% assign a = 'x' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}")]
    [InlineData("{% assign a = 'x' %}{% for i in (1..60) %}{% assign a = a | prepend: a %}{% endfor %}")]
    [InlineData("{% assign a = 'x' %}{% for i in (1..60) %}{% assign a = a | replace: 'x', 'xx' %}{% endfor %}")]
    [InlineData("{% assign a = 'xy' %}{% for i in (1..60) %}{% assign a = a | replace_first: 'x', a %}{% endfor %}")]
    [InlineData("{% assign a = 'x' %}{% for i in (1..60) %}{% assign a = a | replace: '', a %}{% endfor %}")]
    [InlineData("{% assign a = 'x' %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}")]
    [InlineData("{% liquid\nassign a = 'x'\nfor i in (1..60)\ncapture a\necho a\necho a\nendcapture\nendfor %}")]
    [InlineData(Long + "{% capture b %}{% for i in (1..9000) %}{{ a }}{% endfor %}{% endcapture %}")]
    [InlineData(Long + "{% for i in (1..9000) %}{{ a }}{% endfor %}")]
    [InlineData(Long + "{% assign b = a | split: '' %}")]
    [InlineData(Long + "{% assign b = a | reverse %}")]
    [InlineData(Long + "{% for i in (1..9000) %}{% assign b = a | upcase | downcase | strip_html | escape %}{% endfor %}")]
    [InlineData(Long + "{% assign b = (1..9000) | join: a %}")]
    [InlineData("{% assign a = (1..9) %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}")]
    [InlineData("{% assign a = 'x' %}{% for i in (1..60) %}{% assign a = a | url_encode | append: '%' | append: a %}{% endfor %}")]
    [InlineData("{{ 1 | format_number: 'N999999999' }}")]
    [InlineData("{{ '{0,-900000}{0,-900000}{0,-900000}' | format_string: 1 }}")]
    [InlineData("{% assign n = 10 %}{% for i in (1..60) %}{% assign n = n | times: n %}{% endfor %}")]
    [InlineData("{% render 'post' %}")]
    [InlineData("{% include 'post' %}{% include 'post' %}")]
    [InlineData("{% for i in (1..9) %}{% render 'post' %}{% endfor %}")]
    public void What_asks_for_too_much_is_refused(string template) => AssertRefused(template);

    [Theory]
    [InlineData("{% if a %}", "{% endif %}")]
    [InlineData("{% for a in b %}", "{% endfor %}")]
    [InlineData("{% capture a %}", "{% endcapture %}")]
    [InlineData("{{ a", "[a] }}")]
    [InlineData("{{ a[", "a[")]
    [InlineData("{{ (", "(")]
    [InlineData("{% if a ", "or a ")]
    [InlineData("{% if a ", "and a ")]
    [InlineData("{{ a ", "| upcase ")]
    [InlineData("{% liquid\n", "if a\n")]
    [InlineData("{% case a %}{% when a %}", "{% case a %}{% when a %}")]
    [InlineData("{% comment %}", "{% raw %}")]
    [InlineData("{{", "{{")]
    [InlineData("{%", "{%")]
    public void What_nests_without_end_is_refused(string first, string then) =>
        AssertRefused(first + string.Concat(Enumerable.Repeat(then, 20_000)));

    [Fact]
    public void A_theme_is_of_limited_size()
    {
        AssertRefused(new string(' ', 300_000));
        Assert.IsType<ThemeResult.Rejected>(Theme.Compile(Enumerable.Range(0, 200).ToDictionary(number => $"theme/a{number}.liquid", _ => "")));
    }

    [Fact]
    public void What_is_usual_is_within_bounds()
    {
        const string Template = "{% capture a %}{% for i in (1..500) %}{{ i }},{% endfor %}{% endcapture %}{% assign b = a | split: ',' | reverse | join: ';' %}{{ b | size }}"
            + "{% for i in (1..3) reversed %}{{ i }}{% endfor %}{% for i in (1..9) limit: 2 offset: 3 %}{{ i }}{% endfor %}{{ post.html | strip_html | truncate: 20 }}{% assign n = 3 %}{% for i in (n..5) %}{{ i }}{% endfor %}";
        var result = Theme.Compile(new Dictionary<string, string> { ["theme/post.liquid"] = Template });
        Assert.Equal([], (result as ThemeResult.Rejected)?.Reasons ?? []);
        var theme = Assert.IsType<ThemeResult.Compiled>(result).Theme;
        Assert.Contains("189132145Text345", theme.Post(Samples.Site, Samples.Page(Samples.Plain, "<p>Text</p>")), StringComparison.Ordinal);
    }

    private static void AssertRefused(string template)
    {
        var rejected = Assert.IsType<ThemeResult.Rejected>(Theme.Compile(new Dictionary<string, string> { ["theme/post.liquid"] = template }));
        Assert.All(rejected.Reasons, reason => Assert.Equal("theme/post.liquid", reason.File));
        Assert.DoesNotContain(rejected.Reasons, reason => reason.Message.Contains("null", StringComparison.Ordinal));
    }
}
