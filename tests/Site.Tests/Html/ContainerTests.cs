namespace Blobpress.Site.Tests.Html;

public class ContainerTests
{
    [Theory]
    [InlineData(":::danger\nMind.\n:::", "<div class=\"markdown-alert markdown-alert-caution\"><p>Mind.</p></div>")]
    [InlineData("::: info My *title*\nText\n:::\nafter", "<div class=\"markdown-alert markdown-alert-note\"><p class=\"markdown-alert-title\">My <em>title</em></p><p>Text</p></div><p>after</p>")]
    [InlineData(":::tip[Title]\nText\n:::", "<div class=\"markdown-alert markdown-alert-tip\"><p class=\"markdown-alert-title\">Title</p><p>Text</p></div>")]
    [InlineData(":::spoiler 点开\n1. a\n:::", "<details><summary>点开</summary><ol><li>a</li></ol></details>")]
    [InlineData("::: theorem Euler\nText\n:::", "<p><strong>Euler</strong></p><p>Text</p>")]
    [InlineData("::: center\nText\n:::", "<p style=\"text-align: center\">Text</p>")]
    [InlineData(":::note\na\n:::tip\nb\n:::\nc\n:::\nd", "<div class=\"markdown-alert markdown-alert-note\"><p>a</p><div class=\"markdown-alert markdown-alert-tip\"><p>b</p></div><p>c</p></div><p>d</p>")]
    [InlineData("::::note\n:::tip\nb\n:::\n::::\nd", "<div class=\"markdown-alert markdown-alert-note\"><div class=\"markdown-alert markdown-alert-tip\"><p>b</p></div></div><p>d</p>")]
    [InlineData("```\n:::note\n:::\n```", "<pre tabindex=\"0\"><code>:::note:::</code></pre>")]
    [InlineData(":::\ntext", "<p>:::<br>text</p>")]
    public void A_container_is_a_box(string body, string expected) =>
        Assert.Equal(expected, Example.Markdown(body).Replace("\n", "", StringComparison.Ordinal));
}
