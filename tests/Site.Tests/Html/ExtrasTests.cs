using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

/// <summary>Emoji, alerts, abbreviations, terms and diagrams.</summary>
public class ExtrasTests
{
    [Theory]
    [InlineData("Well :smile: done :tada:!", "<p>Well 😄 done 🎉!</p>")]
    [InlineData("好 :+1: 的", "<p>好 👍 的</p>")]
    [InlineData("at 10:30:20 and a:b:c and :nonsense: and std::smile::x :-) :)", "<p>at 10:30:20 and a:b:c and :nonsense: and std::smile::x :-) :)</p>")]
    [InlineData("`:smile:` and <code>:smile:</code>", "<p><code>:smile:</code> and <code>:smile:</code></p>")]
    [InlineData("    :smile:", "<pre tabindex=\"0\"><code>:smile:\n</code></pre>")]
    [InlineData("https://a.example/:smile:/x", "<p><a href=\"https://a.example/:smile:/x\" rel=\"noopener\">https://a.example/:smile:/x</a></p>")]
    [InlineData("[:smile:](/:smile:/)", "<p><a href=\"/:smile:/\">😄</a></p>")]
    public void Codes_of_emoji_are_pictures_where_they_stand_alone(string body, string expected) => Assert.Equal(expected, Example.Markdown(body));

    [Fact]
    public void They_stay_where_the_site_says_so() => Assert.Equal(
        "<p>:smile:</p>", Example.Render(Example.Draft(Example.Post(":smile:"), new SiteSettings { Markdown = new() { Emoji = false } })).Html);

    [Theory]
    [InlineData("en", "WARNING", "Warning")]
    [InlineData("zh-CN", "WARNING", "警告")]
    [InlineData("zh-TW", "note", "注意")]
    [InlineData("de", "TIP", "Tip")]
    public void Alerts_have_their_titles_in_the_language_of_the_site(string language, string kind, string title) => Assert.Contains(
        $"<p class=\"markdown-alert-title\">{title}</p>", Example.Render(Example.Draft(Example.Post($"> [!{kind}]\n> Words."), new SiteSettings { Language = language })).Html, StringComparison.Ordinal);

    [Fact]
    public void Or_of_the_post() => Assert.Contains(
        ">警告</p>", Example.Render(Example.Draft(Example.Post("> [!WARNING]\n> Words.") with { Language = "zh" })).Html, StringComparison.Ordinal);

    [Fact]
    public void Abbreviations_say_what_they_mean()
    {
        var draft = Example.Draft("The W3C, and 中文W3C.\n\n*[W3C]: World Wide Web Consortium\n*[CSS]: Styles \"of\" <all>");
        Assert.StartsWith("<p>The <abbr title=\"World Wide Web Consortium\">W3C</abbr>", Example.Render(draft).Html, StringComparison.Ordinal);
        Assert.Equal("The abbreviation CSS is not in the text; its meaning is not shown: Styles \"of\" <all>", Assert.Single(draft.Notes).Message);
    }

    [Theory]
    [InlineData("mermaid", "Mermaid")]
    [InlineData("plantuml", "PlantUML")]
    public void Diagrams_are_their_labelled_source(string language, string title)
    {
        var page = Example.Parse(Example.Markdown($"```{language}\nA --> B : 说明\n```"));
        Assert.Equal(title, page.QuerySelector("figure.code figcaption")!.TextContent);
        Assert.Equal("A --> B : 说明\n", page.QuerySelector("code")!.TextContent);
    }

    [Theory]
    [InlineData("术语\n: 解释\n: 另一个", "<dl><dt>术语</dt><dd>解释</dd><dd>另一个</dd></dl>")]
    public void Terms_have_definitions(string body, string expected) => Assert.Equal(expected, Example.Markdown(body).Replace("\n", "", StringComparison.Ordinal));
}
