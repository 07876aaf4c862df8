namespace Blobpress.Site.Tests.Html;

public class ArticleTests
{
    [Fact]
    public void Markdown_with_everything()
    {
        var html = Example.Markdown("""
            # Harbour

            A *calm* **port**[^1] with ~~rain~~ and $E = mc^2$.

            ## 第二章 中文

            - [x] done
            - [ ] open

            | a | b |
            |---|--:|
            | 1 | 2 |

            ```csharp
            var x = 1 < 2;
            ```

            > [!NOTE]
            > Mind the gap.

            Term
            : Its meaning

            $$
            \int x
            $$

            [^1]: A note.
            """);
        Example.Same(
            """
            <p>A <em>calm</em> <strong>port</strong><a id="fnref:1" href="#fn:1" class="footnote-ref"><sup>1</sup></a> with <del>rain</del> and ⟨E = mc²⟩.</p>
            <h2 id="第二章-中文">第二章 中文</h2>
            <ul class="contains-task-list">
            <li class="task-list-item"><input disabled type="checkbox" checked="checked" aria-label="done"> done</li>
            <li class="task-list-item"><input disabled type="checkbox" aria-label="open"> open</li>
            </ul>
            <div class="table-wrap" tabindex="0"><table>
            <thead>
            <tr>
            <th>a</th>
            <th style="text-align: right">b</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td>1</td>
            <td style="text-align: right">2</td>
            </tr>
            </tbody>
            </table></div>
            <pre tabindex="0"><code class="language-csharp">var x = 1 &lt; 2;
            </code></pre>
            <div class="markdown-alert markdown-alert-note">
            <p class="markdown-alert-title">Note</p>
            <p>Mind the gap.</p>
            </div>
            <dl>
            <dt>Term</dt>
            <dd>Its meaning</dd>
            </dl>
            <div class="math">⟨∫x⟩</div>
            <section class="footnotes">
            <ol>
            <li id="fn:1">
            <p>A note.<a href="#fnref:1" class="footnote-back-ref">↩</a></p>
            </li>
            </ol>
            </section>
            """,
            Example.Uncoloured(Example.Formulas(html)));
    }

    [Theory]
    [InlineData("# One\n\ntext\n\n## Two", "<h2 id=\"One\">One</h2>\n<p>text</p>\n<h3 id=\"Two\">Two</h3>")]
    [InlineData("# Harbour\n\ntext\n\n## Two", "<p>text</p>\n<h2 id=\"Two\">Two</h2>")]
    [InlineData("## One {#first}\n\ntext", "<h2 id=\"first\">One</h2>\n<p>text</p>")]
    [InlineData("###### Deep\n\n# High", "<h6 id=\"Deep\">Deep</h6>\n<h2 id=\"High\">High</h2>")]
    [InlineData("## content", "<h2 id=\"content-1\">content</h2>")]
    public void The_page_has_one_first_level_heading(string body, string expected) => Example.Same(expected, Example.Markdown(body));

    [Theory]
    [InlineData("<div>  <p>one</p><p></p><p>&nbsp;</p><p><br></p><p>two</p> </div>", "<p>one</p><p>two</p>")]
    [InlineData("<div>one<br><br>two</div>", "<p>one</p><p>two</p>")]
    [InlineData("<div>one<br>two</div>", "<p>one<br>two</p>")]
    [InlineData("<div><div>one</div><div>two <b>2</b></div></div>", "<p>one</p><p>two <b>2</b></p>")]
    [InlineData("<section><section><span style=\"font-size:15px\">one</span></section></section>", "<p>one</p>")]
    [InlineData("<article>one</article><main>two</main>", "<p>one</p><p>two</p>")]
    [InlineData("<font color=red><p>one</p>two</font>", "<p>one</p><p>two</p>")]
    [InlineData("<b><p>one</p></b>", "<p>one</p>")]
    [InlineData("one<ul><li>two</ul>three", "<p>one</p><ul><li>two</li></ul><p>three</p>")]
    [InlineData("<center>one</center>", "<p style=\"text-align: center\">one</p>")]
    [InlineData("<p style=\"color:red; text-align: CENTER !important\">one</p>", "<p style=\"text-align: center\">one</p>")]
    [InlineData("<div style=\"text-align:center\"><div>one</div><p>two</p></div>three", "<p style=\"text-align: center\">one</p><p style=\"text-align: center\">two</p><p>three</p>")]
    [InlineData("<div id=x><p id=y>one</p><a href=#y>two</a></div>", "<p id=\"y\">one</p><p><a href=\"#y\">two</a></p>")]
    [InlineData("<blockquote><p>one</p><p> </p></blockquote>", "<blockquote><p>one</p></blockquote>")]
    [InlineData("<p align=right width=300 class=\"MsoNormal\">one</p>", "<p style=\"text-align: right\">one</p>")]
    [InlineData("<p>\u200b</p><h2> </h2><ul></ul>", "")]
    [InlineData("<wxlayer>one</wxlayer> <artifactId>two</artifactId>", "<p>one two</p>")]
    [InlineData("<pre>\n\n  code\n</pre>", "<pre tabindex=\"0\">\n\n  code\n</pre>")]
    [InlineData("<a name=\"here\">one</a>", "<p><a id=\"here\">one</a></p>")]
    [InlineData("<pre><code class=\"lang-js hljs\">x</code></pre>", "<pre tabindex=\"0\"><code class=\"language-js\">x</code></pre>")]
    [InlineData("a <ruby>漢<rt>かん</rt></ruby>", "<p>a <ruby>漢<rt>かん</rt></ruby></p>")]
    public void Scraped_html_becomes_plain_paragraphs(string body, string expected) =>
        Assert.Equal(expected.Replace("\n", "", StringComparison.Ordinal), Example.Uncoloured(Example.Html(body)).Replace("\n", "", StringComparison.Ordinal));

    [Fact]
    public void Preformatted_text_keeps_its_leading_line() =>
        Assert.Equal("\n  code\n", Example.Parse(Example.Html("<pre>\n\n  code\n</pre>")).QuerySelector("pre")!.TextContent);

    [Theory]
    [InlineData("**注意：**中文", "<p><strong>注意：</strong>中文</p>")]
    [InlineData("It costs $5 and $10.", "<p>It costs $5 and $10.</p>")]
    [InlineData("See https://a.example/x.", "<p>See <a href=\"https://a.example/x\" rel=\"noopener\">https://a.example/x</a>.</p>")]
    [InlineData("[own](https://blog.example/x/)", "<p><a href=\"https://blog.example/x/\">own</a></p>")]
    [InlineData("[up](#content)", "<p><a href=\"#content-1\">up</a></p>")]
    [InlineData("[pdf](papers/a%20b.pdf#p2)", "<p><a href=\"/travel/papers/a%20b.pdf#p2\">pdf</a></p>")]
    [InlineData("[pdf](/papers/a.pdf)", "<p><a href=\"/papers/a.pdf\">pdf</a></p>")]
    [InlineData("[page](../about/)", "<p><a href=\"../about/\">page</a></p>")]
    [InlineData("[bad](javascript:alert(1))", "<p><a>bad</a></p>")]
    [InlineData("[disk](<C:\\x.pdf>)", "<p><a>disk</a></p>")]
    [InlineData("[mail](mailto:a@b.example)", "<p><a href=\"mailto:a@b.example\">mail</a></p>")]
    [InlineData("[p](https://cors.zfour.workers.dev/?http://a.example/)", "<p><a href=\"http://a.example/\" rel=\"noopener\">p</a></p>")]
    [InlineData("https://cors.zfour.workers.dev/?http://a.example/", "<p><a href=\"http://a.example/\" rel=\"noopener\">http://a.example/</a></p>")]
    public void Text_and_links(string body, string expected) => Assert.Equal(expected, Example.Markdown(body));

    [Fact]
    public void A_link_to_a_source_is_noted()
    {
        var draft = Example.Draft("[other](../other.md)");
        Assert.Equal("<p>other</p>", Example.Render(draft).Html);
        Assert.Contains("../other.md", Assert.Single(draft.Notes).Message);
    }

    [Theory]
    [InlineData("First.\n\n<!-- more -->\n\nSecond.", "First.")]
    [InlineData("First.\n<!--more-->\nSecond.", "First.")]
    [InlineData("# Head\n\nFirst *one*.\n\nSecond.", "First one. Second.")]
    [InlineData("```\ncode\n```", "code")]
    [InlineData("<!-- more -->\n\nAll.", "All.")]
    public void The_excerpt_is_the_first_text(string body, string expected) => Assert.Equal(expected, Example.Draft(body).Excerpt);

    [Fact]
    public void An_excerpt_is_cut_between_words_and_a_description_wins()
    {
        var excerpt = Example.Draft(string.Concat(Enumerable.Repeat("seven letters ", 40))).Excerpt;
        Assert.EndsWith("letters…", excerpt);
        Assert.InRange(excerpt.Length, 150, 200);
        Assert.Equal(200, Example.Draft(new string('海', 500)).Excerpt.Length);
        var described = Example.Draft(Example.Post("Text.") with { Description = " Short\n words " });
        Assert.Equal("Short words", described.Excerpt);
    }

    [Theory]
    [InlineData("one two, three-four don't", 4)]
    [InlineData("海港 is 港口", 5)]
    [InlineData("", 0)]
    public void Words_are_counted(string body, int words) => Assert.Equal(words, Example.Draft(body).Words);

    [Fact]
    public void What_nests_too_deeply_is_shown_and_noted()
    {
        var draft = Example.Draft(new string('>', 5000) + " x");
        Assert.NotEmpty(Example.Render(draft).Html);
        Assert.Single(draft.Notes);
        Assert.Contains("<p>x</p>", Example.Html(string.Concat(Enumerable.Repeat("<div>", 5000)) + "x"));
        Assert.NotEmpty(Example.Html(string.Concat(Enumerable.Repeat("<blockquote>", 5000)) + "x"));
    }
}
