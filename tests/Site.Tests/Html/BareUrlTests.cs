namespace Blobpress.Site.Tests.Html;

public class BareUrlTests
{
    [Theory]
    [InlineData("站点：https://a.example/x", "站点：[https://a.example/x]")]
    [InlineData("请看https://a.example/x了解更多", "请看[https://a.example/x]了解更多")]
    [InlineData("（https://a.example/x）、《http://b.example》。", "（[https://a.example/x]）、《[http://b.example]》。")]
    [InlineData("(https://a.example/x(1)) and (see https://a.example/y).", "([https://a.example/x(1)]) and (see [https://a.example/y]).")]
    [InlineData("https://a.example/x， https://a.example/y！ https://a.example/z… https://a.example/w——后", "[https://a.example/x]， [https://a.example/y]！ [https://a.example/z]… [https://a.example/w]——后")]
    [InlineData("\"https://a.example/x\", 'https://a.example/y'; https://a.example/z?", "\"[https://a.example/x]\", '[https://a.example/y]'; [https://a.example/z]?")]
    [InlineData("via:https://a.example/x ,https://a.example/y", "via:[https://a.example/x] ,[https://a.example/y]")]
    [InlineData("https://a.example/?q=1&b=2&copy; x", "[https://a.example/?q=1&amp;b=2]© x")]
    [InlineData("https://zh.example/wiki/词典，https://de.example/Müller http://b.example/q?w=词", "[https://zh.example/wiki/词典]，[https://de.example/Müller] [http://b.example/q?w=词]")]
    [InlineData("打开http://localhost:4000/查看，http://127.0.0.1:80的", "打开[http://localhost:4000/]查看，[http://127.0.0.1:80]的")]
    [InlineData("以https://开头，https:// https://。", "以https://开头，https:// https://。")]
    [InlineData("https://a.example.然后 https://例子.测试/x", "[https://a.example].然后 [https://例子.测试/x]")]
    [InlineData("xhttps://a.example a.www.b.example //www.b.example", "xhttps://a.example a.www.b.example //www.b.example")]
    [InlineData("`https://a.example` $https://x$", "<code>https://a.example</code> ⟨https://x⟩")]
    [InlineData("https://a.example/a_b_c*d https://a.example/a\\_b", "[https://a.example/a_b_c*d] [https://a.example/a_b]")]
    public void An_address_ends_where_its_author_ended_it(string text, string expected) =>
        Assert.Equal($"<p>{Links(expected)}</p>", Example.Formulas(Example.Markdown(text)));

    [Theory]
    [InlineData("**https://a.example/x**。后文", "<strong><a href=\"https://a.example/x\" rel=\"noopener\">https://a.example/x</a></strong>。后文")]
    [InlineData("**见https://a.example/x**后文", "<strong>见<a href=\"https://a.example/x\" rel=\"noopener\">https://a.example/x</a></strong>后文")]
    [InlineData("[https://a.example/x](https://b.example/y)", "<a href=\"https://b.example/y\" rel=\"noopener\">https://a.example/x</a>")]
    [InlineData("[见 https://a.example/x]", "[见 <a href=\"https://a.example/x\" rel=\"noopener\">https://a.example/x</a>]")]
    [InlineData("<a href=\"https://b.example/\">https://a.example/x</a>", "<a href=\"https://b.example/\" rel=\"noopener\">https://a.example/x</a>")]
    [InlineData("HTTPS://A.example/X", "<a href=\"https://A.example/X\" rel=\"noopener\">HTTPS://A.example/X</a>")]
    [InlineData("见www.a.example/x。", "见<a href=\"http://www.a.example/x\" rel=\"noopener\">www.a.example/x</a>。")]
    [InlineData("信箱：a.b-c@mail.example.com，", "信箱：<a href=\"mailto:a.b-c@mail.example.com\">a.b-c@mail.example.com</a>，")]
    [InlineData("a@b.example和c@d.example.", "<a href=\"mailto:a@b.example\">a@b.example</a>和<a href=\"mailto:c@d.example\">c@d.example</a>.")]
    [InlineData("@vue/cli@3.0 git@host.example:x/y.git @someone a@b", "@vue/cli@3.0 git@host.example:x/y.git @someone a@b")]
    [InlineData("`a@b.example` [m](mailto:a@b.example)", "<code>a@b.example</code> <a href=\"mailto:a@b.example\">m</a>")]
    public void Links_stand_beside_other_marks(string text, string expected) => Assert.Equal($"<p>{expected}</p>", Example.Markdown(text));

    private static string Links(string text) => string.Concat(text.Split('[').Select((part, at) =>
        at == 0 || part.Split(']') is not [var url, var rest] ? part : $"<a href=\"{url}\" rel=\"noopener\">{url}</a>{rest}"));
}
