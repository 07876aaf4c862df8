namespace Blobpress.Fuzz.Shapes;

/// <summary>Shapes of template tags.</summary>
internal static class TagShapes
{
    public static Shape[] All { get; } =
    [
        Of("open tags and blanks", "{%a", " "),
        Of("open tags in lines", "", "{%a\n"),
        Of("tags in lines", "", "{%a%}\n"),
        Of("tags in one line", "", "{%a%}"),
        Of("open tags in one line", "", "{%a "),
        Of("tag names", "{%", "a"),
        Of("tag of hyphens", "{%a", "-", "%}"),
        Of("raw in lines", "", "{%raw%}\n"),
        Of("raw in one line", "", "{%raw%}"),
        Of("raw pairs", "", "{%raw%}{{a}}{%endraw%} "),
        Of("notes", "", "{%note%}\n"),
        Of("notes with one end", "", "{%note%}\n", "{%endnote%}\n"),
        Of("notes that end", "", "{%note%}\na\n{%endnote%}\n"),
        Of("quotes that end", "", "{%quote%}\n", "{%endquote%}\n"),
        Of("code blocks", "", "{%codeblock%}\na\n{%endcodeblock%}\n"),
        Of("open code blocks", "", "{%codeblock¤%}\n"),
        Of("end tags", "", "{%endnote%}\n"),
        Of("shortcodes", "", "{{<a>}}\n"),
        Of("open shortcodes", "", "{{<a "),
        Of("open shortcodes and braces", "", "{{<a }} "),
        Of("closing shortcodes", "", "{{</a>}}"),
        Of("shortcode names", "{{<a", "-"),
        Of("braces", "", "{"),
        Of("open and closed braces", "", "{}"),
        Of("expressions", "", "{{ a }} "),
        Of("images", "", "{%asset_img a¤.png%}\n"),
        Of("arguments", "{%img", " a", "%}"),
        Of("arguments in quotes", "{%img a.png", " \"a", "%}"),
        Of("named arguments", "{{<figure", " a¤=b", ">}}"),
        Of("open named arguments", "{{<figure", " a=\"", ">}}"),
        Of("attribute lists", "", "{:a}"),
        Of("open attribute lists", "", "{:a "),
        Of("backticks and tags", "", "`{%a%}"),
        Of("backticks of rising length and tags", "", "`a``b```c{%a%}"),
        Of("fences and tags", "", "```\n{%a%}\n"),
        Of("quote marks before fences", "", "> ", "```\n{%a%}"),
        Of("digits before fences", "{%a%}\n", "1", "```\n"),
        Of("films", "", "{%youtube abcdefghijk%}\n"),
        Of("links", "", "{%link a b%}"),
    ];

    private static Shape Of(string name, string before, string piece, string after = "") => new("Tags: " + name, "2022-01-29-a.md", before, piece, after);
}
