using AngleSharp.Html.Parser;
using Blobpress.Site.Html;
using Blobpress.Site.Html.Tree;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;
using Ganss.Xss;

namespace Blobpress.Site.Tests.Html;

/// <summary>The gate lets through what a library that is kept for the purpose would with the same lists.</summary>
public class SanitizerTests(ITestOutputHelper output)
{
    private const int Rounds = 3_000;

    private static readonly string[] Pieces =
    [
        "<p ", "<a ", "<img ", "<b>", "</b>", "<svg>", "<svg><desc>", "<style>", "<script>", "<table>", "<td ", "<iframe ", "<!--", "-->", "<blockquote ",
        "href=", "src=", "cite=", "HREF =", "onclick=", "style=", "id=x ", "class=\"a b\" ", "data-x=1 ", "srcset=\"a 1x\" ", "xlink:href=", "formaction=",
        "\"javascript:alert(1)\" ", "' javascript:x' ", "\"JaVaScRiPt&colon;x\" ", "\"java\tscript:x\" ", "\"java&#10;script:x\" ", "\"data:text/html,x\" ", "\"&#106;avascript&#58;x\" ",
        "\"javascript&amp;#58;x\" ", "\"vbscript&amp;#x3A;x\" ", "\"mailto:a@b\" ", "\"HTTP://a/\" ", "\"//a/b:c\" ", "\"a/b:c\" ", "\"#a:b\" ", "\"?a:b\" ", "\"&{x}\" ", "\"tel:1\" ", "\"ftp:x\" ", "\":x\" ", "\" /a\" ",
        ">", ">", ">", "text", "&lt;", "</p>", "</a>", "</td>", "</svg>", "\"", "'", "<", "<picture>", "<custom-x>", "<input ", "<form>", "\n",
    ];

    private static readonly HtmlSanitizer Oracle = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(AllowedHtml.Elements.Where(e => e != "picture"), StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(AllowedHtml.Attributes, StringComparer.OrdinalIgnoreCase),
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "cite" },
    });

    [Fact]
    public void Lets_through_what_the_oracle_does()
    {
        var seed = 20_260_118;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(2, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var gated = HtmlReader.Read(html, CancellationToken.None);
            Sanitizer.Clean(gated);
            Assert.True(Expected(html) == Written(gated), $"{html}\n{Expected(html)}\n{Written(gated)}");
        }
    }

    private static string Expected(string html)
    {
        using var document = new HtmlParser(new() { IsScripting = false, IsNotSupportingFrames = true }).ParseDocument("<!doctype html><body>" + html);
        Oracle.SanitizeDom(document, document.Body);
        return Written(HtmlReader.Copy(document.Body!));
    }

    private static string Written(Element body) =>
        string.Concat(ArticleWriter.Write(body, new ImageSlots("a.md", OriginRules.None, new(new("", BodyFormat.Html, 1))), OutputLimit.OfBody(new(' ', 100_000))).Select(part => part.Html));
}
