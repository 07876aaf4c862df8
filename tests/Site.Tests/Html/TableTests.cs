using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

/// <summary>Tables (GFM 4.10).</summary>
public class TableTests
{
    [Theory]
    [InlineData("| f\\|oo |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |", "f|oo / b <code>|</code> az / b <strong>|</strong> im")]
    [InlineData("| a | b |\n| --- | --- |\n| bar | baz |\n> quote", "a,b / bar,baz", "<blockquote>")]
    [InlineData("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n后面**紧跟**文字\n\n段落", "甲,乙 / 1,2 / 后面<strong>紧跟</strong>文字,", "<p>段落</p>")]
    [InlineData("| a | b |\n| --- | --- |\n| ![](x.png)\nx<br>y\n- item", "a,b / IMG, / x<br>y,", "<li>item</li>")]
    [InlineData("a | b\n--|--\nc\\\\|d", "a,b / c\\,d")]
    [InlineData("前文\n| a | b |\n| - | - |\n| c | d |", "a,b / c,d")]
    [InlineData("> | a |\n> | - |\n> | b |\nlazy", "a / b", "<p>lazy</p>")]
    [InlineData("- x\n\n  | a |\n  | - |\n  | b |", "a / b")]
    [InlineData("| a |\n| - |\n    code", "a", "<pre tabindex=\"0\"><code>code\n</code></pre>")]
    public void Cells_are_read(string body, string cells, string? after = null)
    {
        var (html, notes) = Example.Markdown(body, Generator.None);
        var rows = Example.Parse(html).QuerySelectorAll("tr").Select(row => string.Join(",", row.Children.Select(cell => cell.QuerySelector("img") is null ? cell.InnerHtml : "IMG")));
        Assert.Equal(cells, string.Join(" / ", rows));
        Assert.Contains(after ?? "", html);
        Assert.Empty(notes);
    }

    [Theory]
    [InlineData("| abc | def |\n| --- |\n| bar |")]
    [InlineData("a\n---\nb")]
    [InlineData("a | b\n:-:-|-\nc")]
    [InlineData("> | a |\n| - |")]
    public void What_is_no_table_is_none(string body) => Assert.DoesNotContain("<table", Example.Markdown(body));

    [Fact]
    public void Cells_beyond_the_columns_are_noted()
    {
        var (html, notes) = Example.Markdown("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | drei | vier |", Generator.None);
        Assert.DoesNotContain("drei", html);
        Assert.Equal(6, Example.Parse(html).QuerySelectorAll("th,td").Length);
        var note = Assert.Single(notes);
        Assert.Equal(8, note.Line);
        Assert.EndsWith("drei | vier", note.Message);
    }

    [Fact]
    public void Too_much_for_a_note_is_shown()
    {
        var words = string.Join(' ', Enumerable.Range(0, 100).Select(n => $"word{n}"));
        Assert.Contains("word99", Example.Markdown($"| a |\n|---|\n| 1 | {words} |"));
    }

    [Fact]
    public void Kramdown_keeps_code_together()
    {
        Assert.Contains("<code>x|y</code>", Example.Markdown("| a | b |\n|---|---|\n| `x|y` | 2 |", Generator.Jekyll).Html);
        Assert.DoesNotContain("<code>x|y</code>", Example.Markdown("| a | b |\n|---|---|\n| `x|y` | 2 |", Generator.Hugo).Html);
    }

    [Fact]
    public void A_table_without_end_ends()
    {
        var html = Example.Markdown("|a|\n|-|\n" + string.Concat(Enumerable.Repeat("|\n", 60_000)));
        Assert.InRange(html.Length, 1, 5_000_000);
    }
}
