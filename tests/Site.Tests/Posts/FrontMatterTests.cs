using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Posts;

public class FrontMatterTests
{
    [Theory]
    [InlineData("---\ntitle: A\n---\nText\n", 4)]
    [InlineData("\n\n---\ntitle: A\n---\nText\n", 6)]
    [InlineData("\uFEFF---\r\ntitle: A\r\n---\r\nText\r\n", 4)]
    [InlineData("\n\uFEFF---\ntitle: A\n---\nText\n", 5)]
    [InlineData("---\n\uFEFFtitle: A\n---\nText\n", 4)]
    [InlineData("---\rtitle: A\r---\rText\r", 4)]
    [InlineData("--- \n\ntitle: A\n\n---  \nText\n", 6)]
    [InlineData("-----\ntitle: A\n-----\nText\n", 4)]
    [InlineData("title: A\ntags: [b]\n---\nText\n", 4)]
    [InlineData("+++\ntitle = \"A\"\n+++\nText\n", 4)]
    [InlineData("---\ntitle: A\n...\nText\n", 4)]
    [InlineData("{\n  \"title\": \"A\",\n  \"tags\": [\"b\"]\n}\nText\n", 5)]
    [InlineData("\n{ \"title\": \"A\", }\nText\n", 3)]
    [InlineData("---json\n{\"title\": \"A\"}\n---\nText\n", 4)]
    [InlineData("---toml\ntitle = 'A'\n---\nText\n", 4)]
    [InlineData("--- yaml\ntitle: A\n---\nText\n", 4)]
    [InlineData(";;;\n\"title\": \"A\",\n\"date\": \"2022-01-29\"\n;;;\nText\n", 5)]
    [InlineData("\"title\": \"A\"\n;;;\nText\n", 3)]
    [InlineData("<!-- licence -->\n---\ntitle: A\n---\nText\n", 5)]
    [InlineData("<!-- a\n  b -->\n\n<!-- c -->\n---\ntitle: A\n---\nText\n", 8)]
    [InlineData("\u200B---\ntitle: A\n---\nText\n", 4)]
    [InlineData(" ---\n title: A\n date: 2022-05-08\n ---\nText\n", 5)]
    public void Front_matter_is_found_and_the_body_begins_below_it(string text, int bodyLine)
    {
        var post = Sample.Post(text);

        Assert.Equal("A", post.Title);
        Assert.Equal("Text\n", post.Body.Text);
        Assert.Equal(bodyLine, post.Body.FirstLine);
    }

    [Fact]
    public void Text_above_front_matter_stays_with_a_note()
    {
        var post = Sample.Post("Stray\n---\ntitle: A\ndate: 2022-05-05\n---\nText\n");

        Assert.Equal(("A", "Stray\n\nText\n", 2022), (post.Title, post.Body.Text, post.Date.Year));
        Assert.Equal(2, Assert.Single(post.Notes).Line);
    }

    [Theory]
    [InlineData("{\n  \"title\": \"A\"\n  \"date\": 1\n}\nText\n", 3)]
    [InlineData("{\n  \"title\": \"A\",\nText\n", 3)]
    [InlineData("{ \"title\": [\"A\"", 1)]
    [InlineData(";;;\n\"title\": \"A\"\n\"date\": 1\n;;;\nText\n", 3)]
    [InlineData("---js\ntitle: A\ndate: B\n---\nText\n", 1)]
    public void What_is_plainly_front_matter_and_can_t_be_read_is_rejected(string text, int line) => Assert.Equal(line, Sample.Rejection(text).Line);

    [Theory]
    [InlineData("How it is written:\n\n```\n---\ntitle: A\ndate: B\n---\n```\n")]
    [InlineData("{% raw %}\n{{ x }}\n{% endraw %}\n")]
    [InlineData("{: .note}\nText\n")]
    [InlineData("Text with a rule\n\n---\n\nMore\n")]
    [InlineData("---\n\nProse between two rules\n\n---\n\nMore\n")]
    [InlineData("A remark: this is a heading\n---\n\nMore\n")]
    [InlineData("---\n\nA post that begins with a rule.\n")]
    public void Text_without_front_matter_is_all_body(string text)
    {
        var post = Sample.Post(text);

        Assert.Equal(text, post.Body.Text);
        Assert.Equal(1, post.Body.FirstLine);
    }

    [Fact]
    public void Front_matter_alone_is_a_post_without_text() => Assert.Equal("", Sample.Post("---\ntitle: A\n---").Body.Text);

    [Theory]
    [InlineData("---\ntitle: A\n\nText\n", 1, 1)]
    [InlineData("\n---\ntitle: A\n\nText\n", 2, 1)]
    [InlineData("---\ntitle: A\ntags: [b, c\ndate: 2022-01-29\n---\nText\n", 3, 7)]
    [InlineData("---\ntitle: \"A\ndate: 2022-01-29\n---\nText\n", 2, 8)]
    [InlineData("---\ntitle: A\n  sub: b\n---\nText\n", 3, 6)]
    [InlineData("---\ntitle: A\nthis line is lost\ndate: 2022-01-29\n---\n", 3, 1)]
    [InlineData("---\ntitle: A\nexpires: 2022-01-32\n---\nText\n", 3, 10)]
    [InlineData("+++\ntitle = \"A\ndate = 2022-01-29\n+++\nText\n", 2, 11)]
    [InlineData("+++\ntitle = \"A\"\ndate = 2022-13-01\n+++\nText\n", 3, 8)]
    [InlineData("+++\ntitle A\nb = 1\n+++\nText\n", 2, 7)]
    [InlineData("---\ntitle: A\npermalink: /a/../b/\n---\nText\n", 3, 12)]
    [InlineData("---\ntitle: A\nx: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n---\n", 3, 54)]
    public void What_is_not_plain_is_rejected_with_its_place(string text, int line, int column)
    {
        var reason = Sample.Rejection(text);

        Assert.Equal((line, column), (reason.Line, reason.Column));
        Assert.EndsWith(".", reason.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: A: B", "A: B")]
    [InlineData("title: A: B 'c' : d", "A: B 'c' : d")]
    [InlineData("title: @someone said", "@someone said")]
    [InlineData("title: `code` first", "`code` first")]
    [InlineData("title: %d percent", "%d percent")]
    [InlineData("title: *starred*", "*starred*")]
    [InlineData("title: [Python] A walk", "[Python] A walk")]
    [InlineData("title: [Python]", "[Python]")]
    [InlineData("title: \"Quoted\" in part", "\"Quoted\" in part")]
    [InlineData("title: 'One' and 'two'", "'One' and 'two'")]
    [InlineData("title: \"The \"inner\" quotes\"", "The \"inner\" quotes")]
    [InlineData("title: \"C:\\Windows\"", "C:\\Windows")]
    [InlineData("title: \"\"\"\"\"\"\"\"\"'Nine quotes'\"\"\"\"\"\"\"\"\"", "Nine quotes")]
    [InlineData("title:\tTab", "Tab")]
    [InlineData("title:Glued", "Glued")]
    [InlineData("title: - dash", "- dash")]
    [InlineData("title: A\n\n   second\n   third: no key", null)]
    [InlineData("title: 00_26\n      \n    USDT", "00_26 USDT")]
    [InlineData("title: 1936", "1936")]
    [InlineData("title: 2022-01-29", "2022-01-29")]
    [InlineData("title: yes", "yes")]
    [InlineData("Title: Capital", "Capital")]
    [InlineData("title: first\ntitle: second", "second")]
    [InlineData("title: \"\\u0001tab\\tand\\nline\"", "tab and line")]
    public void A_title_is_what_its_author_plainly_meant(string front, string? title)
    {
        var result = Sample.Parse($"---\n{front}\ndate: 2022-01-29\n---\nText.\n");

        Assert.Equal(title, (result as ParseResult.Parsed)?.Post.Title);
    }

    [Fact]
    public void A_repair_leaves_a_note_at_its_place()
    {
        var note = Assert.Single(Sample.WithFront("date: 2022-01-29\ntitle: A: B").Notes);

        Assert.Equal((3, 8), (note.Line, note.Column));
        Assert.Contains("'A: B'", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tabs_and_bare_texts_in_lists_are_repaired()
    {
        var post = Sample.WithFront("title: A\ntags:\n\t- one\n\t- two\ncategories:\n- @home\n- a: b\n- 'c'");

        Assert.Equal(["one", "two"], post.Tags);
        Assert.Equal(["@home", "a: b", "c"], Assert.Single(post.Categories));
        Assert.Equal([3, 7], post.Notes.Select(note => note.Line).Order().ToArray());
    }

    [Fact]
    public void Anchors_that_grow_without_bound_are_refused()
    {
        var lines = Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 12))}]");

        Assert.InRange(Sample.Rejection($"---\ntitle: A\na0: &a0 x\n{string.Join('\n', lines)}\n---\n").Line, 4, 9);
    }
}
