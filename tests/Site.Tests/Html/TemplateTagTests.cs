using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

public class TemplateTagTests
{
    [Theory]
    [InlineData("{% asset_img boat.png %}", "asset:travel/harbour/boat.png")]
    [InlineData("{% asset_img center \"my boat.png\" 300 200 %}", "asset:travel/harbour/my boat.png")]
    [InlineData("{% img /img/boat.png %}", "asset:img/boat.png")]
    [InlineData("{{< figure src=\"boat.png\" title=\"Boat\" >}}", "asset:travel/boat.png")]
    [InlineData("![x]({% asset_path boat.png %})", "asset:travel/harbour/boat.png")]
    public void Images_are_found(string body, string key)
    {
        Assert.Equal(key, Assert.Single(Example.Draft(body).Images).Source.Key);
        Assert.Empty(Example.Draft(body).Notes);
    }

    [Theory]
    [InlineData("{% highlight ruby linenos %}\nputs '<b>' # {{ x }}\n\n{% endhighlight %}\n\nText.", "<pre tabindex=\"0\"><code class=\"language-ruby\">puts '&lt;b&gt;' # {{ x }}\n</code></pre>\n<p>Text.</p>")]
    [InlineData("{% codeblock Title lang:js %}\nlet x;\n{% endcodeblock %}", "<pre tabindex=\"0\"><code class=\"language-js\">let x;\n</code></pre>")]
    [InlineData("{{< highlight go >}}\nx := 1\n{{< /highlight >}}", "<pre tabindex=\"0\"><code class=\"language-go\">x := 1\n</code></pre>")]
    [InlineData("A {% raw %}{{ name }}{% endraw %} B", "<p>A {{ name }} B</p>")]
    [InlineData("{% raw %}\n{{ name }} {% x %}\n{% endraw %}", "<p>{{ name }} {% x %}</p>")]
    [InlineData("{% link Text https://a.example/ %}", "<p><a href=\"https://a.example/\" rel=\"noopener\">Text</a></p>")]
    [InlineData("* TOC\n{:toc}\n\nText", "<p>Text</p>")]
    [InlineData("1. Inhalt\n{: toc }\n\nText", "<p>Text</p>")]
    [InlineData("{% note warning %}\nMind *it*.\n{% endnote %}", "<div class=\"markdown-alert markdown-alert-warning\">\n<p>Mind <em>it</em>.</p>\n</div>")]
    [InlineData("{% blockquote Me %}\nWords.\n{% endblockquote %}", "<blockquote>\n<p>Words.</p>\n<p>— <cite>Me</cite></p>\n</blockquote>")]
    [InlineData("```\n{% asset_img x.png %}\n{: .x}\n```", "<pre tabindex=\"0\"><code>{% asset_img x.png %}\n{: .x}\n</code></pre>")]
    [InlineData("Write `{% asset_img x.png %}`.", "<p>Write <code>{% asset_img x.png %}</code>.</p>")]
    public void Plain_tags_are_understood(string body, string expected)
    {
        var draft = Example.Draft(body);
        Example.Same(expected, Example.Render(draft).Html);
        Assert.Empty(draft.Notes);
    }

    [Theory]
    [InlineData("{% youtube pfD6FCZdW4Q %}")]
    [InlineData("{{< youtube pfD6FCZdW4Q >}}")]
    [InlineData("{{< youtube id=\"pfD6FCZdW4Q\" >}}")]
    public void A_film_is_embedded(string body) => Assert.Contains("src=\"https://www.youtube.com/embed/pfD6FCZdW4Q\"", Example.Markdown(body));

    [Theory]
    [InlineData(BodyFormat.Markdown)]
    [InlineData(BodyFormat.Html)]
    public void An_unknown_tag_is_left_and_noted(BodyFormat format)
    {
        var draft = Example.Draft("One.\n\nTwo {% gallery x %} three.", format);
        Assert.Contains("Two {% gallery x %} three.", Example.Render(draft).Html);
        Assert.Equal(new Reason(7, 5, "The tag \"gallery\" is not known here and was left as text."), Assert.Single(draft.Notes));
    }

    [Fact]
    public void A_link_to_a_post_is_noted() =>
        Assert.Contains("other-post.md", Assert.Single(Example.Draft("{% post_link other-post 'Its title' %}").Notes).Message);

    [Theory]
    [InlineData("Text\n{: .lead #x}\n\nmore", "<p>Text</p><p>more</p>")]
    [InlineData("*a*{: .b} and [c](d){:target=\"_blank\" rel='x'} and `e`{:.language-js}", "<p><em>a</em> and <a href=\"d\">c</a> and <code>e</code></p>")]
    [InlineData("## Head\n{: #own .x}", "<h2 id=\"own\">Head</h2>")]
    [InlineData("{:ref: .x}\n\nText {:ok, pid} and `{:.a}`, {:a 1}", "<p>Text {:ok, pid} and <code>{:.a}</code>, {:a 1}</p>")]
    [InlineData("```\n{: .x}\n```", "<pre tabindex=\"0\"><code>{: .x}</code></pre>")]
    [InlineData("{::options toc_levels=\"1\" /}\n\nText", "<p>Text</p>")]
    public void Kramdown_has_attributes(string body, string expected) =>
        Assert.Equal(expected, Example.Markdown(body, Generator.Jekyll).Html.Replace("\n", "", StringComparison.Ordinal));

    [Theory]
    [InlineData(Generator.Hexo)]
    [InlineData(Generator.Hugo)]
    [InlineData(Generator.None)]
    public void Others_have_none(Generator generator) => Assert.Equal("<p><em>a</em>{: .b}</p>", Example.Markdown("*a*{: .b}", generator).Html);
}
