using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Html;

/// <summary>An element's name in a text swallows nothing.</summary>
public class MarkupTests
{
    public static TheoryData<string> Names { get; } = new(
        "applet audio button canvas datalist details dialog embed frame frameset head iframe img input link map math meta noembed noframes noscript object "
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Concat("optgroup option param picture plaintext pre script select source style svg template textarea title track video xmp T Object my-element".Split(' ')));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_in_a_sentence_is_text(string name)
    {
        var draft = Example.Draft($"Of the <{name}> element.\n\nNext *paragraph*.\n\nThe <{name}> again, `code`.");
        var text = Example.Parse(Example.Render(draft).Html).Body!.TextContent;
        Assert.Contains($"Of the <{name}> element.", text);
        Assert.Contains("Next paragraph.", text);
        Assert.Contains($"The <{name}> again, code.", text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_in_a_paragraph_of_html_hides_nothing(string name)
    {
        var html = Example.Html($"<p>Of the <{name}> element.</p><p>Next paragraph.</p><ul><li>Last one.</li></ul>");
        var text = string.Join(' ', Example.Parse(html).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@"Of the (<[\w-]+> )?element\. ?Next paragraph\. ?Last one\.", text);
    }

    [Theory]
    [InlineData("List<Object> and Map<K> of std::vector<std::string>", "List<Object> and Map<K> of std::vector<std::string>")]
    [InlineData("if a<b and c>d then e</3 <3 <- ok", "if a<b and c>d then e</3 <3 <- ok")]
    [InlineData("如果a<b 并且c>d", "如果a<b 并且c>d")]
    [InlineData("A <Badge text=\"new\" /> B", "A <Badge text=\"new\" /> B")]
    [InlineData("use <script> and end it with </script> here", "use <script> and end it with </script> here")]
    [InlineData("use <textarea> and end it with </textarea> here", "use <textarea> and end it with </textarea> here")]
    [InlineData("<?php echo 1; ?> <!ELEMENT x> <![CDATA[a<b]]> z", "<?php echo 1; ?> <!ELEMENT x> a<b z")]
    [InlineData("text <!-- gone --> on", "text  on")]
    [InlineData("<!-- never closed\n\nstill here", "<!-- never closed still here")]
    [InlineData("<?php\necho 1;\n\nstill here", "<?php echo 1; still here")]
    [InlineData("<style>\nno end\n\nstill here", "<style> no end still here")]
    [InlineData("<pre>\nno end\n\nstill *here*", "<pre> no end still here")]
    [InlineData("<div>\n<ul><li>List<String> x</li></ul>\n</div>", "List<String> x")]
    [InlineData("<p>a</List<b>b</b> <c <i>d</i></p>", "a</Listb <c d")]
    [InlineData("<pre><code>#include <stdio.h>\nint x;</code></pre>", "#include <stdio.h> int x;")]
    public void What_is_no_markup_is_text(string body, string expected)
    {
        var text = Example.Parse(Example.Render(Example.Draft(Example.Post(body), new() { Markdown = new() })).Html).Body!.TextContent;
        Assert.Equal(expected, string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("<button>VOTE <b>now</b></button>", "<p>VOTE <b>now</b></p>")]
    [InlineData("<select><option>A<option>B</select>", "<p>A / B</p>")]
    [InlineData("<input type=submit value=Send> <input type=text>", "<p>Send</p>")]
    [InlineData("<textarea>a &lt;b> <i>c</i></textarea>", "<pre tabindex=\"0\">a &lt;b&gt; &lt;i&gt;c&lt;/i&gt;</pre>")]
    [InlineData("<xmp><i>c</i></xmp>", "<pre tabindex=\"0\">&lt;i&gt;c&lt;/i&gt;</pre>")]
    [InlineData("<noscript><p>one</p></noscript>", "<p>one</p>")]
    [InlineData("<template><p>one</p></template>", "<p>one</p>")]
    [InlineData("<canvas>one</canvas><dialog>two</dialog><video>three</video>", "<p>one</p><p>two</p><p>three</p>")]
    [InlineData("<object data=x.swf><param name=a><p>one</p></object>", "<p>one</p>")]
    [InlineData("<object data=\"x.pdf\" type=\"application/pdf\"></object>", "<p><a href=\"/travel/x.pdf\">x.pdf</a></p>")]
    [InlineData("<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x^2</annotation></semantics></math>", "<p>⟨x²⟩</p>")]
    [InlineData("<math><mi>x</mi><mo>+</mo></math>", "<p><span class=\"math\">x+</span></p>")]
    [InlineData("<span class=katex><span class=katex-mathml><math><annotation encoding=application/x-tex>y</annotation></math></span><span class=katex-html>yy</span></span>", "<p>⟨y⟩</p>")]
    [InlineData("<p>a<iframe src=https://b.example/>c</p><p>d</p>", "<p>a<a href=\"https://b.example/\" rel=\"noopener\">b.example</a>c</p><p>d</p>")]
    [InlineData("<video src=x.mp4>one<p>two</p>", "<video src=\"/travel/x.mp4\" controls preload=\"metadata\"></video><p>one</p><p>two</p>")]
    [InlineData("<wxlayer>one</wxlayer>", "<p>one</p>")]
    [InlineData("<picture><b>one</b></picture>", "<p><b>one</b></p>")]
    [InlineData("<script type=\"math/tex\">x</script>", "<p>⟨x⟩</p>")]
    public void What_may_not_be_on_a_page_leaves_its_words(string body, string expected) =>
        Assert.Equal(expected, Example.Formulas(Example.Html(body).Replace("\n", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("<p>x</p>\n<button>b</button>", 6, 1)]
    [InlineData("<p>x <wxlayer>b</wxlayer></p>", 5, 6)]
    [InlineData("<p>x</p><svg><text>drawn</text></svg>", 5, 9)]
    [InlineData("<p>List<Object> x</p>", 5, 8)]
    [InlineData("<p>x</p>\n\n<script>y</script>", 7, 1)]
    public void What_is_not_as_it_was_written_is_noted(string body, int line, int column)
    {
        var note = Assert.Single(Example.Draft(body, BodyFormat.Html).Notes);
        Assert.Equal((line, column), (note.Line, note.Column));
    }

    [Fact]
    public void Words_that_are_left_out_stand_in_the_note() =>
        Assert.Contains("drawn words", Assert.Single(Example.Draft("<p>x</p><svg><text>drawn</text> <text>words</text></svg>", BodyFormat.Html).Notes).Message);

    [Theory]
    [InlineData("<p>a</p><img class=lazy data-src=x.jpg><noscript><img src=x.jpg></noscript>", 1)]
    [InlineData("<noscript><img src=x.jpg></noscript>", 1)]
    [InlineData("<img src=y.jpg><noscript><img src=x.jpg> words</noscript>", 2)]
    public void A_picture_for_browsers_without_scripts_is_shown_once(string body, int images) =>
        Assert.Equal(images, Example.Render(Example.Draft(body, BodyFormat.Html)).Html.Split("<picture>").Length - 1);
}
