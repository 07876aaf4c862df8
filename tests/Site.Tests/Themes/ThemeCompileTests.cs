using System.Text;
using Blobpress.Site.Html.Themes;

namespace Blobpress.Site.Tests.Themes;

public class ThemeCompileTests
{
    [Fact]
    public void Owners_template_replaces_the_built_in_one()
    {
        var theme = Compiled(("theme/post.liquid", "<h1>{{ post.title }}</h1>{{ post.html }}"));

        var html = theme.Post(Samples.Site, Samples.Page(Samples.Plain with { Title = "<i>" }, "<p>Text</p>"));

        Assert.Contains("<h1>&lt;i&gt;</h1><p>Text</p>", html, StringComparison.Ordinal);
        Assert.Contains("<header class=\"masthead\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Owners_template_may_render_a_part_of_its_own()
    {
        var theme = Compiled(("theme/footer.liquid", "{% render 'licence', year: 2022 %}"), ("theme/licence.liquid", "(c) {{ year }} {{ site.author }}"));

        Assert.Contains("(c) 2022 Ada", theme.NotFound(Samples.Site), StringComparison.Ordinal);
    }

    [Fact]
    public void Owners_words_win_one_by_one()
    {
        var theme = Compiled(("theme/words.json", """{ "en": { "archives": "Log" }, "fr": { "home": "Accueil" } }"""));

        Assert.Contains(">Log</a>", theme.NotFound(Samples.Site), StringComparison.Ordinal);
        Assert.Contains(">Categories</a>", theme.NotFound(Samples.Site), StringComparison.Ordinal);
        Assert.Contains(">Accueil</a>", theme.NotFound(Samples.Site with { Language = "fr-CA" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Owners_stylesheet_has_a_name_of_its_own()
    {
        var theme = Compiled(("theme/style.css", "body { color: red }"));

        var asset = theme.Assets.Single(asset => asset.Name == "style.css");
        Assert.Equal("body { color: red }", Encoding.UTF8.GetString(asset.Bytes.Span));
        Assert.NotEqual(Theme.Default.Assets.Single(built => built.Name == "style.css").Hash, asset.Hash);
        Assert.Contains($"href=\"{asset.Path.Url}\"", theme.NotFound(Samples.Site), StringComparison.Ordinal);
        Assert.NotEqual(Theme.Default.Fingerprint, theme.Fingerprint);
    }

    [Theory]
    [InlineData("theme/front.liquid", "<p>\n{% if page %}\n", 2, 15, "'{% endif %}' was expected.")]
    [InlineData("theme/card.liquid", "{{ card.title }}\n  {{ card.titel }}", 2, 11, "There is no variable 'titel'.")]
    [InlineData("theme/card.liquid", "{{ card.title | shout }}", 1, 17, "Undefined filter 'shout'.")]
    [InlineData("theme/head.liquid", "{% render 'nope' %}", 1, 12, "There is no template 'nope'.")]
    [InlineData("theme/layout.liquid", "{% render 'layout' %}", 0, 0, "The template renders itself or loops without end.")]
    [InlineData("theme/post.liquid", "{% for i in (1..999999) %}{{ i }}{% endfor %}", 1, 15, "The template makes a list of more than 10,000 items by '..'.")]
    [InlineData("theme/post.liquid", "{% for i in (1..9999) %}{% for j in (1..9999) %}{% endfor %}{% endfor %}", 0, 0, "The template renders itself or loops without end.")]
    [InlineData("theme/words.json", "{\n  \"en\": 1\n}", 2, 10, "Not a JSON object of languages, each an object of words.")]
    [InlineData("theme/style.scss", "", 0, 0, "A theme holds *.liquid, style.css, math.css, code.css, code.js, contents.css, contents.js, favicon.svg and words.json, and no folders.")]
    public void Faults_are_named_with_their_place(string file, string text, int line, int column, string message)
    {
        var result = Theme.Compile(new Dictionary<string, string> { [file] = text });

        var rejected = Assert.IsType<ThemeResult.Rejected>(result);
        Assert.Equal([new(file, line, column, message)], rejected.Reasons);
    }

    [Fact]
    public void Same_input_gives_the_same_bytes_from_many_threads()
    {
        var page = Samples.Home(Samples.Rich, Samples.Plain);
        var expected = Theme.Default.Front(Samples.Site, page);

        var rendered = Enumerable.Range(0, 64).AsParallel().Select(_ => Theme.Default.Front(Samples.Site, page)).ToList();

        Assert.All(rendered, html => Assert.Equal(expected, html));
        Assert.Equal(Theme.Default.Fingerprint, Compiled().Fingerprint);
    }

    [Fact]
    public void Stylesheet_is_small_and_asks_for_nothing_else()
    {
        var css = Encoding.UTF8.GetString(Theme.Default.Assets.Single(asset => asset.Name == "style.css").Bytes.Span);

        Assert.InRange(Encoding.UTF8.GetByteCount(css), 1, 14_500);
        Assert.DoesNotContain("url(", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
        Assert.Equal(css.Count(sign => sign == '{'), css.Count(sign => sign == '}'));
    }

    private static Theme Compiled(params (string File, string Text)[] files) =>
        Assert.IsType<ThemeResult.Compiled>(Theme.Compile(files.ToDictionary(file => file.File, file => file.Text))).Theme;
}
