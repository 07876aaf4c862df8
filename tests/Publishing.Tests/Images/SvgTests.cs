using System.Text;
using Blobpress.Publishing.Images;

namespace Blobpress.Publishing.Tests.Images;

public class SvgTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT>alert(1)</SCRIPT>")]
    [InlineData("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><p>x</p></body></foreignObject>")]
    [InlineData("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>")]
    [InlineData("<image href='https://evil.test/pixel.png'/>")]
    [InlineData("<image xlink:href='//evil.test/pixel.png'/>")]
    [InlineData("<image href='data:image/svg+xml;base64,PHN2Zz4='/>")]
    [InlineData("<use href='https://evil.test/a.svg#x'/>")]
    [InlineData("<a href='java\tscript:alert(1)'><rect/></a>")]
    [InlineData("<a xlink:href=' javascript:alert(1)'><rect/></a>")]
    [InlineData("<rect onclick='alert(1)' ONLOAD='alert(1)'/>")]
    [InlineData("<animate attributeName='href' to='javascript:alert(1)'/>")]
    [InlineData("<set attributeName='xlink:href' to='javascript:alert(1)'/>")]
    [InlineData("<set attributeName='onclick' to='alert(1)'/>")]
    [InlineData("<animate attributeName='fill' values='url(https://evil.test/a)'/>")]
    [InlineData("<rect fill='url(https://evil.test/a)'/>")]
    [InlineData("<rect style='fill:url(&quot;//evil.test/a&quot;)'/>")]
    [InlineData("<rect style='fill:\\75rl(https://evil.test/a)'/>")]
    [InlineData("<style>@import 'https://evil.test/a.css';</style>")]
    [InlineData("<style>@\\69mport 'https://evil.test/a.css';</style>")]
    [InlineData("<style>rect { background: url( 'https://evil.test/a' ) }</style>")]
    [InlineData("<style>rect { background: image-set('https://evil.test/a' 1x) }</style>")]
    [InlineData("<style>rect { background: u<!-- -->rl(https://evil.test/a) }</style>")]
    [InlineData("<style><![CDATA[ rect { background: url(https://evil.test/a) } ]]></style>")]
    [InlineData("<style>@im<![CDATA[port 'https://evil.test/a.css';]]></style>")]
    [InlineData("<style>rect { background: u<g/>rl(https://evil.test/a) }</style>")]
    [InlineData("<iframe src='https://evil.test/'/>")]
    [InlineData("<feImage href='https://evil.test/a'/>")]
    [InlineData("<metadata><x onload='alert(1)'/></metadata>")]
    [InlineData("<g xml:base='https://evil.test/'><use href='#a'/></g>")]
    public void What_could_run_or_load_is_gone(string part)
    {
        var svg = Clean($"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='10' height='10'>{part}<circle r='5'/></svg>");

        Assert.DoesNotContain("evil", svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert", svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("base64", svg, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<circle r=\"5\"", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<?xml-stylesheet href='https://evil.test/a.css'?><svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<!DOCTYPE svg SYSTEM 'https://evil.test/a.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'/>")]
    public void Declarations_are_dropped_unread(string svg) => Assert.DoesNotContain("evil", Clean(svg), StringComparison.Ordinal);

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>&undeclared;</svg>")]
    public void Broken_markup_is_refused(string svg) => Assert.IsType<ResizeResult.NotAnImage>(Resize(svg));

    [Fact]
    public void Entities_that_the_file_declares_are_expanded()
    {
        var svg = Clean("<!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'><!ENTITY red '#f00'><!ENTITY two '<rect/><circle/>'>]><svg xmlns='&ns;' fill='&red;'><g>&two;</g><title>&red;</title></svg>");

        Assert.Contains("fill=\"#f00\"", svg, StringComparison.Ordinal);
        Assert.Contains("<g><rect /><circle /></g><title>#f00</title>", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY x '<script>alert(1)</script>'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x 'alert(1)'><!ATTLIST svg onload CDATA '&x;'>]><svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x '@im'>]><svg xmlns='http://www.w3.org/2000/svg'><style>&x;port 'alert.css';</style></svg>")]
    public void What_an_entity_holds_is_cleaned_like_all_else(string svg) => Assert.DoesNotContain("alert", Clean(svg), StringComparison.Ordinal);

    [Theory]
    [InlineData("<!ENTITY x SYSTEM 'file:///etc/passwd'>")]
    [InlineData("<!ENTITY x SYSTEM 'http://127.0.0.1:1/x'>")]
    [InlineData("<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p; <!ENTITY x 'root:'>")]
    public void No_entity_comes_from_outside(string declaration)
    {
        var result = Resize($"<!DOCTYPE svg [{declaration}]><svg xmlns='http://www.w3.org/2000/svg'><title>&x;</title></svg>");

        Assert.DoesNotContain(
            "root:x", result is ResizeResult.Encoded encoded ? Encoding.UTF8.GetString(encoded.Files[0].Bytes) : "", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bombs_are_refused_before_a_tree_is_made_of_them(string svg, string reason)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains(reason, Assert.IsType<ResizeResult.NotAnImage>(Resize(svg)).Reason, StringComparison.Ordinal);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
    }

    public static TheoryData<string, string> Bombs => new()
    {
        { Drawing(string.Concat(Enumerable.Repeat("<g>", 50_000)) + string.Concat(Enumerable.Repeat("</g>", 50_000))), "nested more than 256 deep" },
        { Drawing(string.Concat(Enumerable.Repeat("<g/>", 1_000_000))), "more than 100000 elements" },
        { Drawing(string.Concat(Enumerable.Repeat("<g a='' b='' c='' d='' e='' f='' h='' i='' j='' k=''/>", 60_000))), "more than 500000 attributes" },
        { "<!DOCTYPE svg [<!ENTITY a 'lollollollol'>" + string.Concat("bcdefghij".Select(c => $"<!ENTITY {c} '{string.Concat(Enumerable.Repeat($"&{(char)(c - 1)};", 10))}'>")) + "]>" + Drawing("&j;"), "entities come to more than 1000000" },
        { $"<!DOCTYPE svg [<!ENTITY a '{new string('x', 3000)}'>]>" + Drawing(string.Concat(Enumerable.Repeat("&a;", 5000))), "entities come to more than 1000000" },
        { "<!DOCTYPE svg [<!ATTLIST g " + string.Join(' ', Enumerable.Range(0, 100).Select(i => $"a{i} CDATA 'x'")) + ">]>" + Drawing(string.Concat(Enumerable.Repeat("<g/>", 90_000))), "more than 500000 attributes" },
    };

    private static string Drawing(string content) => $"<svg xmlns='http://www.w3.org/2000/svg'>{content}</svg>";

    [Fact]
    public void What_is_drawn_stays()
    {
        var svg = Clean("""
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 20">
              <style>.a { fill: url(#g); stroke: red }</style>
              <defs><linearGradient id="g"><stop offset="1" stop-color="#fff"/></linearGradient></defs>
              <rect class="a" fill="url(#g)" style="opacity:.5" transform="rotate(3)"/>
              <use xlink:href="#g"/><image href="data:image/png;base64,iVBORw0KGgo="/>
              <text xml:space="preserve">a &lt; b</text>
              <animate attributeName="x" to="3"/>
            </svg>
            """);

        foreach (var part in new[] { "url(#g); stroke: red", "fill=\"url(#g)\"", "opacity:.5", "rotate(3)", "xlink:href=\"#g\"", "iVBORw0KGgo=", "a &lt; b", "attributeName=\"x\"" })
            Assert.Contains(part, svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("width='40' height='30'", 40, 30)]
    [InlineData("width='40px' height='30px' viewBox='0 0 4 3'", 40, 30)]
    [InlineData("width='1in' height='2.54cm'", 96, 96)]
    [InlineData("viewBox='0 0 24 12'", 24, 12)]
    [InlineData("width='100%' height='100%' viewBox='0,0,24,12'", 24, 12)]
    [InlineData("width='48' viewBox='0 0 24 12'", 48, 24)]
    [InlineData("height='48' viewBox='0 0 24 12'", 96, 48)]
    [InlineData("", 300, 150)]
    [InlineData("width='-5' height='x'", 300, 150)]
    [InlineData("width='9999999' height='3'", 16383, 3)]
    public void The_size_is_the_one_browsers_take(string attributes, int width, int height)
    {
        var image = Assert.IsType<ResizeResult.Encoded>(Resize($"<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>")).Image;

        Assert.Equal((width, height), (image.Width, image.Height));
    }

    private static string Clean(string svg) =>
        Encoding.UTF8.GetString(Assert.Single(Assert.IsType<ResizeResult.Encoded>(Resize(svg)).Files).Bytes);

    private static ResizeResult Resize(string svg) => ImageResizer.Resize(Encoding.UTF8.GetBytes(svg), new(), new());
}
