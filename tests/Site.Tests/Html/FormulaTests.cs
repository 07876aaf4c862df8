using System.Text;
using Blobpress.Site.Html.Scripts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

/// <summary>TeX in posts, and what is none.</summary>
public class FormulaTests
{
    [Theory]
    [InlineData("$e^{i\\pi}+1=0$ 与 $n$", "<p>⟨e^(iπ) + 1 = 0⟩ 与 ⟨n⟩</p>")]
    [InlineData("the $n$th, the $k$-means and f\\(x\\)", "<p>the ⟨n⟩th, the ⟨k⟩-means and f⟨x⟩</p>")]
    [InlineData("so \\(a_1 * b\\) and \\\\(a\\_1\\\\)", "<p>so ⟨a₁ ∗ b⟩ and ⟨a₁⟩</p>")]
    [InlineData("in a line $$\\frac{a+b}{2}$$ too", "<p>in a line <span class=\"math\">⟨(a + b)/2⟩</span> too</p>")]
    [InlineData("\\[ \\sqrt{x+1} \\] or \\\\[ x^2 \\\\]", "<p><span class=\"math\">⟨√(x + 1)⟩</span> or <span class=\"math\">⟨x²⟩</span></p>")]
    [InlineData("\\[\na = b\n- c\n\\]", "<div class=\"math\">⟨a = b − c⟩</div>")]
    [InlineData("\\begin{align}\na &= b \\\\\n- c &= d\n\\end{align}", "<div class=\"math\">⟨a = b; −c = d⟩</div>")]
    [InlineData("```math\nx_{n+1}\n```", "<div class=\"math\">⟨x_(n + 1)⟩</div>")]
    [InlineData("a $`x_1`$ b", "<p>a ⟨x₁⟩ b</p>")]
    [InlineData("{% raw %}\n$$\nx^{{2}}\n$$\n{% endraw %}", "<div class=\"math\">⟨x²⟩</div>")]
    [InlineData("> $$\n> \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\n> $$", "<blockquote><div class=\"math\">⟨(1, 2; 3, 4)⟩</div></blockquote>")]
    [InlineData("$\\newcommand{\\R}{\\mathbb{R}}$令 $x \\in \\R$", "<p>令 ⟨x ∈ ℝ⟩</p>")]
    [InlineData("over\n$a +\nb_1$ lines", "<p>over\n⟨a + b₁⟩ lines</p>")]
    [InlineData("## 复杂度 $O(n)$", "<h2 id=\"复杂度-O-n\">复杂度 ⟨O(n)⟩</h2>")]
    public void Formulas_are_mathml(string body, string expected) =>
        Assert.Equal(expected.Replace("\n", " ", StringComparison.Ordinal), Example.Formulas(Html(body, Generator.Hexo)).Replace("<br>", "", StringComparison.Ordinal).Replace(">\n", ">", StringComparison.Ordinal).Replace("\n<", "<", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal));

    [Theory]
    [InlineData("costs $5 and $10, or US$5/$6, or $5 (or 5$)")]
    [InlineData("从$5到$10元，$HOME和$PATH")]
    [InlineData("$PATH:$HOME and ${a}/${b} and $(ls)$(pwd) and $$")]
    [InlineData("jQuery: $('#a').on($('#b')) and $this->a = $this->b and '$'.'$'")]
    [InlineData("a $ b c $ d and $a or b$ and 1$x$2")]
    [InlineData("\\[1\\] and \\[link\\](/x) and \\(see below\\) and \\[图1\\]")]
    [InlineData("`$x$` and `\\(x\\)`")]
    [InlineData("    $x$\n\n```\n$$x$$\n```\n\n<pre>$x$</pre>")]
    [InlineData("\\$x$ and $x\\$ and \\\\$")]
    public void Prices_variables_and_escapes_are_none(string body) => Assert.DoesNotContain("math", Html(body, Generator.None), StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>so $$x^2$$ and \\(y\\) and $z_1$ costs $5 and $6</p>", "<p>so <span class=\"math\">⟨x²⟩</span> and ⟨y⟩ and ⟨z₁⟩ costs $5 and $6</p>")]
    [InlineData("<p><span class=\"math inline\">\\(a\\)</span><code>\\(b\\)</code></p>", "<p>⟨a⟩<code>\\(b\\)</code></p>")]
    [InlineData("<script type=\"math/tex; mode=display\">x</script>", "<p><span class=\"math\">⟨x⟩</span></p>")]
    public void Pages_have_them_as_scripts_would_find_them(string body, string expected) => Assert.Equal(expected, Example.Formulas(Example.Html(body)));

    [Fact]
    public void One_that_can_not_be_read_stays_as_it_is_written_with_a_note()
    {
        var draft = Example.Draft("ok\n\nso $\\unknown{x}$ and\n\n$$\n\\frac{a\n$$");
        Assert.Equal("<p>ok</p>\n<p>so <span class=\"math\">$\\unknown{x}$</span> and</p>\n<div class=\"math\">$$\\frac{a$$</div>", Example.Render(draft).Html);
        Assert.Equal([(7, 5), (10, 1)], draft.Notes.Select(note => (note.Line, note.Column)));
        Assert.EndsWith("Unsupported function name: \\unknown", draft.Notes[0].Message);
    }

    [Fact]
    public void Equations_with_labels_are_numbered_and_referred_to() => Assert.Equal(
        "<div class=\"math\">⟨a = b; c = d⟩</div>\n<div class=\"math\">⟨e = f (1); g = h (2)⟩</div>\n<p>See ⟨(2)⟩ and ⟨1⟩.</p>",
        Example.Formulas(Example.Markdown("$$\\begin{align}a&=b\\\\c&=d\\end{align}$$\n\n$$\\begin{align}\\label{p}e&=f\\\\g&=h\\label{q}\\end{align}$$\n\nSee $\\eqref{q}$ and $\\ref{p}$.")));

    [Fact]
    public void Lists_show_formulas_as_text_and_never_half_of_one()
    {
        Assert.Equal("Since E = mc² holds.", Example.Draft("Since $E=mc^2$ holds.").Excerpt);
        Assert.Equal("As $\\bad{x}$ says.", Example.Draft("As $\\bad{x}$ says.").Excerpt);
        var cut = Example.Draft(new string('字', 190) + "$a+b+c+d+e+f+g$后").Excerpt;
        Assert.Equal(new string('字', 190) + "…", cut);
        Assert.Equal("So … it is.", Example.Draft($"So $x={string.Join('+', Enumerable.Range(0, 60))}$ it is.").Excerpt);
        Assert.Equal("Costs $5, says x₁.", Example.Draft(Example.Post("a") with { Description = "Costs $5, says $x_1$." }).Excerpt);
    }

    [Theory]
    [InlineData("{", "}")]
    [InlineData("\\sqrt{", "}")]
    [InlineData("x^{", "}")]
    [InlineData("\\left(", "\\right)")]
    [InlineData("\\begin{matrix}", "\\end{matrix}")]
    public void Any_nesting_is_survived(string open, string close)
    {
        var tex = string.Concat(Enumerable.Repeat(open, 500)) + "x" + string.Concat(Enumerable.Repeat(close, 500));
        Exception? fault = null;
        var thread = new Thread(() => fault = Record.Exception(() => Example.Markdown($"$${tex}$$")), 1_000_000);
        thread.Start();
        thread.Join();
        Assert.Null(fault);
    }

    [Fact]
    public void Formulas_without_end_use_up_what_a_post_has_and_are_the_same_each_time()
    {
        var bomb = "$\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\def\\c{\\d\\d}\\def\\d{\\e\\e}\\def\\e{xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}x$\n\n";
        var body = new StringBuilder(bomb);
        for (var i = 0; i < 400; i++)
            body.Append("$\\a\\a\\a\\a\\a_{").Append(i).Append("}$ ");
        var draft = Example.Draft(body.ToString());
        Assert.Contains(draft.Notes, note => note.Message.StartsWith("The post has more formulas than are typeset", StringComparison.Ordinal));
        Assert.Equal(Example.Render(draft).Html, Example.Markdown(body.ToString()));
    }

    [Fact]
    public void Unclosed_marks_are_looked_for_in_vain_but_once_in_a_while()
    {
        foreach (var piece in new[] { "$a ", "$$a ", "\\(a ", "\\[a ", "\\\\(a ", "$\\", "\\begin{align}\n" })
            Assert.NotEmpty(Example.Markdown(string.Concat(Enumerable.Repeat(piece, 30_000))));
    }

    [Fact]
    public void A_budget_is_counted()
    {
        var budget = new ScriptBudget();
        budget.Spend(ScriptBudget.MostOfPost - 10);
        Assert.Equal(10, budget.Piece);
        budget.Spend(20);
        Assert.Equal(0, budget.Left);
    }

    private static string Html(string body, Generator generator) => Example.Markdown(body, generator).Html;
}
