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
        Example.Same(expected, Example.Uncoloured(Example.Render(draft).Html));
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
    public void An_unknown_tag_is_left_out_and_noted(BodyFormat format)
    {
        var draft = Example.Draft("One.\n\nTwo {% carousel x %} three.", format);
        Assert.Contains("Two  three.", Example.Render(draft).Html);
        Assert.Equal(new Reason(7, 5, "The tag \"carousel\" is not known here and was left out: {% carousel x %}"), Assert.Single(draft.Notes));
    }

    [Theory]
    [InlineData("{% carousel %}\nin *it*\n{% endcarousel %}", "<p>in <em>it</em></p>")]
    [InlineData("a {% fancy x %}in{% endfancy %} b", "<p>a in b</p>")]
    [InlineData("{{< fancy-box k=\"v\" >}}in{{< /fancy-box >}}", "<p>in</p>")]
    [InlineData("a {% endfancy %}b", "<p>a b</p>")]
    [InlineData("- x\n  {% fancy %}\n  y\n  {% endfancy %}", "<ul><li><p>x</p><p>y</p></li></ul>")]
    public void What_an_unknown_tag_encloses_stays(string body, string expected) =>
        Assert.Equal(expected.Replace("\n", "", StringComparison.Ordinal), Example.Markdown(body, Generator.Jekyll).Html.Replace("\n", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("{% btn /x/, Go, fas fa-x %}", "<p><a href=\"/x/\">Go</a></p>")]
    [InlineData("{% btn regular, Go, /x/, fas %}", "<p><a href=\"/x/\">Go</a></p>")]
    [InlineData("{% label primary@Word %} {% label Word blue %} {% span red, word, more %}", "<p><mark>Word</mark> <mark>Word</mark> word, more</p>")]
    [InlineData("{% kbd Ctrl %} {% u line %} {% psw hidden %} {% hideInline answer,Show %}", "<p><kbd>Ctrl</kbd> <u>line</u> hidden Show: answer</p>")]
    [InlineData("{% folding red open, Title %}\nin\n{% endfolding %}", "<details><summary>Title</summary><p>in</p></details>")]
    [InlineData("{% hideToggle Title,#fff %}\n- in\n{% endhideToggle %}", "<details><summary>Title</summary><ul><li>in</li></ul></details>")]
    [InlineData("{% tabs a,1 %}\n<!-- tab One@fas fa-x -->\nin\n<!-- endtab -->\n<!-- tab Two -->\nout\n<!-- endtab -->\n{% endtabs %}", "<p><strong>One</strong></p><p>in</p><p><strong>Two</strong></p><p>out</p>")]
    [InlineData("{% timeline 2022,pink %}\n<!-- timeline May -->\nin\n<!-- endtimeline -->\n{% endtimeline %}", "<p><strong>2022</strong></p><p><strong>May</strong></p><p>in</p>")]
    [InlineData("{% timeline %}\n{% timenode May %}\nin\n{% endtimenode %}\n{% endtimeline %}", "<p><strong>May</strong></p><p>in</p>")]
    [InlineData("{% note success, done %}", "<div class=\"markdown-alert markdown-alert-tip\"><p>done</p></div>")]
    [InlineData("{% note info simple %}\nin\n{% endnote %}", "<div class=\"markdown-alert markdown-alert-note\"><p>in</p></div>")]
    [InlineData("{% note danger no-icon Its title %}in{% endnote %}", "<div class=\"markdown-alert markdown-alert-caution\"><p class=\"markdown-alert-title\">Its title</p><p>in</p></div>")]
    [InlineData("> {% note %}\n> in\n> {% endnote %}", "<blockquote><div class=\"markdown-alert markdown-alert-note\"><p>in</p></div></blockquote>")]
    [InlineData("{% checkbox checked, done %}", "<p><input type=\"checkbox\" checked disabled aria-label=\"done\"> done</p>")]
    [InlineData("{% video /v.mp4 %}", "<video src=\"/v.mp4\" controls preload=\"metadata\"></video>")]
    [InlineData("{% pdf /a.pdf %}", "<p><a href=\"/a.pdf\">/a.pdf</a></p>")]
    public void Tags_of_themes_leave_their_text(string body, string expected) =>
        Assert.Equal(expected, Example.Markdown(body).Replace("\n", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("{% blockquote Ada, Notes https://a.example/b The notes %}\nWords.\n{% endblockquote %}", "<blockquote><p>Words.</p><p>— <cite>Ada</cite>, <a href=\"https://a.example/b\" rel=\"noopener\">The notes</a></p></blockquote>")]
    [InlineData("{% codeblock Sorting lang:js https://a.example/x source %}\na\n\nb\n{% endcodeblock %}", "<pre tabindex=\"0\"><code class=\"language-js\">ab</code></pre>")]
    [InlineData("{% include_code Tree lang:cpp tree/x.h %}", "<p><a href=\"/downloads/code/tree/x.h\">Tree</a></p>")]
    [InlineData("{% jsfiddle abc %}", "<p><a href=\"https://jsfiddle.net/abc/\" rel=\"noopener\">https://jsfiddle.net/abc/</a></p>")]
    [InlineData("{% pullquote right %}in{% endpullquote %}", "<blockquote><p>in</p></blockquote>")]
    [InlineData("`{% raw %}{{ x }}{% endraw %}` and `{{ y }}` and `{% raw %}`", "<p><code>{{ x }}</code> and <code>{{ y }}</code> and <code>{% raw %}</code></p>")]
    [InlineData("a {# gone #}b{% comment %}gone{% endcomment %}", "<p>a b</p>")]
    [InlineData("    {% note %}\n\ntext", "<pre tabindex=\"0\"><code>{% note %}</code></pre><p>text</p>")]
    [InlineData("<pre>{{ x }} {% y %}</pre>", "<pre tabindex=\"0\">{{ x }} {% y %}</pre>")]
    [InlineData("$\\frac{{a}}{b}$ x_{{n}}", "<p>⟨a/b⟩ x_{{n}}</p>")]
    [InlineData("{% mermaid %}\nA-->B\n{% endmermaid %}", "<pre tabindex=\"0\"><code class=\"language-mermaid\">A--&gt;B</code></pre>")]
    public void Tags_of_hexo_are_understood(string body, string expected) =>
        Assert.Equal(expected, Example.Formulas(Example.Uncoloured(Example.Markdown(body)).Replace("\n", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("{{% img src=\"b.png\" caption=\"C\" %}}", "<figure>IMG<figcaption>C</figcaption></figure>")]
    [InlineData("{{< figure\n  src=\"b.png\"\n  title=\"T\" caption=\"C\" attr=\"A\" attrlink=\"https://a.example/\" link=\"/l/\" >}}", "<figure><a href=\"/l/\">IMG</a><figcaption><strong>T</strong> C <a href=\"https://a.example/\" rel=\"noopener\">A</a></figcaption></figure>")]
    [InlineData("{{< gist ada 123 >}}", "<p><a href=\"https://gist.github.com/ada/123\" rel=\"noopener\">https://gist.github.com/ada/123</a></p>")]
    [InlineData("{{< x user=\"ada\" id=\"123\" >}}", "<p><a href=\"https://x.com/ada/status/123\" rel=\"noopener\">https://x.com/ada/status/123</a></p>")]
    [InlineData("{{< instagram AbC >}}", "<p><a href=\"https://www.instagram.com/p/AbC/\" rel=\"noopener\">https://www.instagram.com/p/AbC/</a></p>")]
    [InlineData("{{< qr text=\"https://a.example/\" />}}", "<p><a href=\"https://a.example/\" rel=\"noopener\">https://a.example/</a></p>")]
    [InlineData("{{< details \"More, of it\" >}}\nin\n{{< /details >}}", "<details><summary>More, of it</summary><p>in</p></details>")]
    [InlineData("{{% notice tip \"T\" %}}\n*in*\n{{% /notice %}}", "<div class=\"markdown-alert markdown-alert-tip\"><p class=\"markdown-alert-title\">T</p><p><em>in</em></p></div>")]
    [InlineData("{{< admonition type=danger title=\"T\" >}}in{{< /admonition >}}", "<div class=\"markdown-alert markdown-alert-caution\"><p class=\"markdown-alert-title\">T</p><p>in</p></div>")]
    [InlineData("{{< alert \"words\" >}}", "<div class=\"markdown-alert markdown-alert-note\"><p>words</p></div>")]
    [InlineData("{{</* youtube x */>}} {{%/* y */%}}", "<p>{{&lt; youtube x &gt;}} {{% y %}}</p>")]
    [InlineData("```\n{{</* z */>}}\n```", "<pre tabindex=\"0\"><code>{{&lt; z &gt;}}</code></pre>")]
    [InlineData("{{ .Title }} {% x %}", "<p>{{ .Title }} {% x %}</p>")]
    [InlineData("{{< param title >}}", "<p>Harbour</p>")]
    [InlineData("{{< toc >}}\n\nin", "<p>in</p>")]
    public void Shortcodes_of_hugo_are_understood(string body, string expected) => Assert.Equal(
        expected, System.Text.RegularExpressions.Regex.Replace(Example.Markdown(body, Generator.Hugo).Html.Replace("\n", "", StringComparison.Ordinal), "<picture>.*?</picture>", "IMG"));

    [Theory]
    [InlineData("{{ page.title }} {{ site.title }} {{ page.tags }}", "<p>Harbour Blobpress</p>")]
    [InlineData("[a]({{ site.baseurl }}/x) [b]({{ \"/y\" | relative_url }}) [c]({{ '/z' | absolute_url }})", "<p><a href=\"/x\">a</a> <a href=\"/y\">b</a> <a href=\"http://127.0.0.1:8080/z\">c</a></p>")]
    [InlineData("{{ page.nothing }}a", "<p>a</p>")]
    [InlineData("```\n{% raw %}\n{{ x }}\n{% endraw %}\n```", "<pre tabindex=\"0\"><code>{{ x }}</code></pre>")]
    public void Values_are_filled_in(string body, string expected) =>
        Assert.Equal(expected, Example.Markdown(body, Generator.Jekyll).Html.Replace("\n", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("[x]({% post_url 2016-01-02-a %}#p)", "<p>x</p>", "2016-01-02-a#p")]
    [InlineData("{% post_link other-post 'Its title' %}", "<p>Its title</p>", "other-post")]
    [InlineData("[x]({{< ref \"b/other.md#p\" >}})", "<p>x</p>", "b/other.md#p")]
    [InlineData("see {{< relref \"other.md\" >}}", "<p>see other.md</p>", "other.md")]
    [InlineData("[x]({% link _posts/a.md %})", "<p>x</p>", "_posts/a.md")]
    [InlineData("[x](../a%20b.md)", "<p>x</p>", "../a b.md")]
    public void A_link_to_a_post_is_its_text(string body, string expected, string target)
    {
        var draft = Example.Draft(body);
        Assert.Equal(expected, Example.Render(draft).Html);
        Assert.Equal(target.Split('#')[0], Assert.Single(draft.Links).Target);
        Assert.Contains(target, Assert.Single(draft.Notes).Message);
    }

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
