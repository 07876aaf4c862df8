using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

/// <summary>Signs of ordinary text stay what they are.</summary>
public class ProseTests
{
    [Theory]
    [InlineData("C++20比C++17大，g++和clang++。")]
    [InlineData("a==1 or b==2，x===y===z")]
    [InlineData("气温27~28℃，14~17℃；~/bin 和 ~/src")]
    [InlineData("O(n^2)和O(n^3)，x^y^z")]
    [InlineData("H~2~O, ^up^, ++in++, ==mark==")]
    [InlineData("返回 {:ok, pid} 元组，Clojure 的 {:a 1 :b 2}")]
    [InlineData("变量_name_说明 和 snake_case_x")]
    [InlineData("::text:: and :nonsense:")]
    [InlineData("It costs $5 or $10，价格$5和$6，从$1到$2。")]
    public void Text_stays_as_it_is_written(string text) => Assert.Equal($"<p>{text}</p>", Example.Markdown(text, Generator.Hexo).Html);

    [Fact]
    public void Two_tildes_strike_out() => Assert.Equal("<p><del>x</del> ~y~</p>", Example.Markdown("~~x~~ ~y~"));

    [Theory]
    [InlineData(MarkdownExtras.Sub, "H<sub>2</sub>O x^2^ ++i++ ==m== <del>d</del>")]
    [InlineData(MarkdownExtras.Super, "H~2~O x<sup>2</sup> ++i++ ==m== <del>d</del>")]
    [InlineData(MarkdownExtras.Ins | MarkdownExtras.Mark, "H~2~O x^2^ <ins>i</ins> <mark>m</mark> <del>d</del>")]
    public void Extras_are_read_where_they_are_asked_for(MarkdownExtras extras, string expected)
    {
        var settings = new SiteSettings { Markdown = new() { Extras = extras } };
        Assert.Equal($"<p>{expected}</p>", Example.Render(Example.Draft(Example.Post("H~2~O x^2^ ++i++ ==m== ~~d~~"), settings)).Html);
    }

    [Theory]
    [InlineData(Generator.Hexo, "<p>诗句一<br>\n诗句二<br>\nthree<br>\nfour</p>")]
    [InlineData(Generator.Jekyll, "<p>诗句一诗句二\nthree\nfour</p>")]
    [InlineData(Generator.Hugo, "<p>诗句一诗句二\nthree\nfour</p>")]
    public void Lines_break_as_the_generator_breaks_them(Generator generator, string expected) =>
        Assert.Equal(expected, Example.Markdown("诗句一\n诗句二\nthree\nfour", generator).Html);

    [Theory]
    [InlineData("<p>甲，\n  乙</p>", "<p>甲，乙</p>")]
    [InlineData("<p>甲<b>乙</b>\n<i>丙</i></p>", "<p>甲<b>乙</b><i>丙</i></p>")]
    [InlineData("<p>甲<b>乙\n</b>丙</p>", "<p>甲<b>乙</b>丙</p>")]
    [InlineData("<p>他说\n“好”\n了</p>", "<p>他说“好”了</p>")]
    [InlineData("<p>甲\nab\n乙 丙</p>", "<p>甲\nab\n乙 丙</p>")]
    [InlineData("<p>한국\n어</p>", "<p>한국\n어</p>")]
    [InlineData("<p>“a”\n“b”</p>", "<p>“a”\n“b”</p>")]
    [InlineData("<pre>甲\n乙</pre>", "<pre tabindex=\"0\">甲\n乙</pre>")]
    [InlineData("<p>甲<code>乙\n丙</code>\n丁</p>", "<p>甲<code>乙\n丙</code>\n丁</p>")]
    [InlineData("<p>𠀀\n𠀁</p>", "<p>𠀀𠀁</p>")]
    public void Han_characters_are_not_joined_by_a_blank(string body, string expected) => Assert.Equal(expected, Example.Html(body));

    [Theory]
    [InlineData("$$a_1 + b_2$$", "<div class=\"math\">⟨a₁ + b₂⟩</div>")]
    [InlineData("文：\n$$a_1 + b_2$$\n后", "<p>文：</p><div class=\"math\">⟨a₁ + b₂⟩</div><p>后</p>")]
    [InlineData("$$a_1\n+ b_2$$", "<div class=\"math\">⟨a₁ + b₂⟩</div>")]
    [InlineData("$$\na_1\n$$\n\nb", "<div class=\"math\">⟨a₁⟩</div><p>b</p>")]
    [InlineData("其中$n_i$为$m_i$的", "<p>其中⟨n_i⟩为⟨m_i⟩的</p>")]
    [InlineData("so $$x*y*z$$ and $a*b$-axis", "<p>so <span class=\"math\">⟨x ∗ y ∗ z⟩</span> and ⟨a ∗ b⟩-axis</p>")]
    [InlineData("$$\nno end", "<p>$$\nno end</p>")]
    public void Formulas_stay_together(string body, string expected) =>
        Assert.Equal(expected.Replace("\n", "", StringComparison.Ordinal), Example.Formulas(Example.Markdown(body, Generator.None).Html.Replace("\n", "", StringComparison.Ordinal)));

    [Fact]
    public void A_footnote_that_nothing_refers_to_is_shown()
    {
        var html = Example.Markdown("One[^a].\n\n[^a]: Told.\n[^b]: Of *none*.\n[^a]: Told twice.");
        Assert.Contains("Told.<a", html);
        Assert.Contains("<p>[^b]: Of <em>none</em>.</p>", html);
        Assert.Contains("Told twice.", html);
    }
}
