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
    [InlineData("<!DOCTYPE svg [<!ENTITY x 'y'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>")]
    public void Entities_and_broken_markup_are_refused(string svg) =>
        Assert.IsType<ResizeResult.NotAnImage>(Resize(svg));

    [Fact]
    public void Deep_nesting_is_refused() => Assert.IsType<ResizeResult.NotAnImage>(
        Resize("<svg xmlns='http://www.w3.org/2000/svg'>" + string.Concat(Enumerable.Repeat("<g>", 5000)) + string.Concat(Enumerable.Repeat("</g>", 5000)) + "</svg>"));

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
