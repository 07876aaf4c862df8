using Blobpress.Site.Html;
using Blobpress.Site.Links;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Tests.Html;

namespace Blobpress.Site.Tests.Links;

public sealed class LinkTests
{
    private const string Here = "_posts/2024-05-06-here.md";

    [Theory]
    [InlineData("[x](2020-01-01-other.md)", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("[x](2020-01-01-other.md#part)", "<p><a href=\"/other/#part\">x</a></p>")]
    [InlineData("[x](./2020-01-01-other.md?a=b#%20c)", "<p><a href=\"/other/?a=b#%20c\">x</a></p>")]
    [InlineData("[x](../_posts/2020-01-01-other.md)", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("[x](/_posts/2020-01-01-other.md)", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("[x](other.md)", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("[x][r]\n\n[r]: 2020-01-01-other.md 'T'", "<p><a href=\"/other/\" title=\"T\">x</a></p>")]
    [InlineData("<a href=\"2020-01-01-other.md\" id=\"i\">x</a>", "<p><a href=\"/other/\" id=\"i\">x</a></p>")]
    [InlineData("[**x** y](trip/a%20b.md)", "<p><a href=\"/trip/\"><strong>x</strong> y</a></p>")]
    [InlineData("[x](C%23.md) [y](C++.md)", "<p><a href=\"/c-sharp/\">x</a> <a href=\"/cpp/\">y</a></p>")]
    [InlineData("[x](../about.md)", "<p><a href=\"/about/\">x</a></p>")]
    [InlineData("[x](../../up.md)", "<p>x</p>")]
    [InlineData("[x](nowhere.md)", "<p>x</p>")]
    [InlineData("[x](https://example.org/other.md)", "<p><a href=\"https://example.org/other.md\" rel=\"noopener\">x</a></p>")]
    [InlineData("`[x](other.md)`", "<p><code>[x](other.md)</code></p>")]
    public void A_link_to_a_file_leads_to_its_page(string body, string expected) => Assert.Equal(expected, Html(body, Generator.Hexo));

    [Theory]
    [InlineData("{% post_link other %}", "<p><a href=\"/other/\">Other &amp; more</a></p>")]
    [InlineData("{% post_link other Its own title %}", "<p><a href=\"/other/\">Its own title</a></p>")]
    [InlineData("{% post_link 'other' \"<b>Quoted</b>\" true %}", "<p><a href=\"/other/\">&lt;b&gt;Quoted&lt;/b&gt;</a></p>")]
    [InlineData("{% post_link other false %}", "<p><a href=\"/other/\">Other &amp; more</a></p>")]
    [InlineData("{% post_link other#part %}", "<p><a href=\"/other/#part\">Other &amp; more</a></p>")]
    [InlineData("|a|\n|-|\n|{% post_link other 'x|y *z* __i__ [d](e) <b>' %}|", "<div class=\"table-wrap\" tabindex=\"0\"><table><thead><tr><th>a</th></tr></thead><tbody><tr><td><a href=\"/other/\">x|y *z* __i__ [d](e) &lt;b&gt;</a></td></tr></tbody></table></div>")]
    [InlineData("{% post_link 2020-01-01-other %}", "<p><a href=\"/other/\">Other &amp; more</a></p>")]
    [InlineData("{% post_link trip/a-b %}", "<p><a href=\"/trip/\">Trip</a></p>")]
    [InlineData("{% post_link 'a b' %}", "<p><a href=\"/trip/\">Trip</a></p>")]
    [InlineData("{% post_link C# %}", "<p><a href=\"/c-sharp/\">C sharp</a></p>")]
    [InlineData("[x]({% post_path other %})", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("<a href=\"{% post_path other %}#p\">x</a>", "<p><a href=\"/other/#p\">x</a></p>")]
    [InlineData("see {% post_path other %}", "<p>see <a href=\"/other/\">/other/</a></p>")]
    [InlineData("{% post_link nowhere %}", "<p>nowhere</p>")]
    [InlineData("{% post_link nowhere 'Its title' %}", "<p>Its title</p>")]
    public void Tags_of_hexo_lead_to_posts(string body, string expected) => Assert.Equal(expected, Html(body, Generator.Hexo));

    [Theory]
    [InlineData("[x]({% post_url 2020-01-01-other %})", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("[x]({% post_url /2020-01-01-other %}#p)", "<p><a href=\"/other/#p\">x</a></p>")]
    [InlineData("[x]: {% post_url 2020-01-01-other %}\n\n[x]", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("say a=\"{% post_url 2020-01-01-other %}\"", "<p>say a=\"2020-01-01-other\"</p>")]
    [InlineData("say (\"{% post_url 2020-01-01-other %}\")", "<p>say (\"<a href=\"/other/\">/other/</a>\")</p>")]
    [InlineData("{% post_url 2020-01-01-other %}", "<p><a href=\"/other/\">/other/</a></p>")]
    [InlineData("[x]({{ site.baseurl }}{% post_url 2020-01-01-other %})", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("[x]({{ site.url }}{{ site.baseurl }}{% link _posts/2020-01-01-other.md %})", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("[x]({% link _posts/2020-01-01-other.md %})", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("[x]({% link about.md %})", "<p><a href=\"/about/\">x</a></p>")]
    [InlineData("[x]({% link files/a.pdf %})", "<p><a href=\"/files/a.pdf\">x</a></p>")]
    [InlineData("[x]({% post_url 2019-01-01-none %})", "<p>x</p>")]
    public void Tags_of_jekyll_lead_to_posts(string body, string expected) => Assert.Equal(expected, Html(body, Generator.Jekyll));

    [Theory]
    [InlineData("[x]({{< ref \"other\" >}})", "<p><a href=\"/blog/other/\">x</a></p>")]
    [InlineData("[x]({{< ref \"other.md#p\" >}})", "<p><a href=\"/blog/other/#p\">x</a></p>")]
    [InlineData("[x]({{% relref \"/blog/other.md\" %}})", "<p><a href=\"/blog/other/\">x</a></p>")]
    [InlineData("[x]({{< relref path=\"blog/other\" lang=\"en\" >}})", "<p><a href=\"/blog/other/\">x</a></p>")]
    [InlineData("[x]({{< ref \"bundle\" >}})", "<p><a href=\"/blog/bundle/\">x</a></p>")]
    [InlineData("[x]({{< ref \"bundle/index.md\" >}})", "<p><a href=\"/blog/bundle/\">x</a></p>")]
    [InlineData("[x]({{< ref \"../docs/deep.md\" >}})", "<p><a href=\"/docs/deep/\">x</a></p>")]
    [InlineData("[x]({{< ref \"deep\" >}})", "<p><a href=\"/docs/deep/\">x</a></p>")]
    [InlineData("[x]({{< ref \"docs\" >}})", "<p><a href=\"/docs/\">x</a></p>")]
    [InlineData("[x](../bundle/)", "<p><a href=\"/blog/bundle/\">x</a></p>")]
    [InlineData("[x](bundle)", "<p><a href=\"/blog/bundle/\">x</a></p>")]
    [InlineData("[x](bundle/index.md)", "<p><a href=\"/blog/bundle/\">x</a></p>")]
    [InlineData("[x](/blog/bundle/)", "<p><a href=\"/blog/bundle/\">x</a></p>")]
    [InlineData("[x](../nowhere/)", "<p><a href=\"../nowhere/\">x</a></p>")]
    [InlineData("## P {#p}\n\n[x]({{< ref \"#p\" >}})", "<h2 id=\"p\">P</h2><p><a href=\"#p\">x</a></p>")]
    [InlineData("[x]({{< ref \"nowhere\" >}})", "<p>x</p>")]
    public void Shortcodes_of_hugo_lead_to_pages(string body, string expected) => Assert.Equal(
        expected, Html(body, Generator.Hugo, "content/blog/here.md", ("content/blog/other.md", "/blog/other/"), ("content/blog/bundle/index.md", "/blog/bundle/"), ("content/docs/deep.md", "/docs/deep/"), ("content/docs/_index.md", "/docs/")));

    [Theory]
    [InlineData("[x](https://old.example.org/2020/01/01/other/#p)", "<p><a href=\"/other/#p\">x</a></p>")]
    [InlineData("[x](http://old.example.org/2020/01/01/other)", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("[x](//old.example.org/2020/01/01/other.html)", "<p><a href=\"/other/\">x</a></p>")]
    [InlineData("<https://me.github.io/blog/2020/01/01/other/>", "<p><a href=\"/other/\">https://me.github.io/blog/2020/01/01/other/</a></p>")]
    [InlineData("[x](https://a.b.example.net/2020/01/01/other/?q)", "<p><a href=\"/other/?q\">x</a></p>")]
    [InlineData("[x](https://old.example.org/)", "<p><a href=\"/\">x</a></p>")]
    [InlineData("[x](https://old.example.org)", "<p><a href=\"/\">x</a></p>")]
    [InlineData("[x](https://old.example.org/tags/boat/)", "<p><a href=\"/tags/boat/\">x</a></p>")]
    [InlineData("[x](https://old.example.org/files/a.pdf)", "<p><a href=\"/files/a.pdf\">x</a></p>")]
    [InlineData("[x](https://old.example.org/gone/)", "<p>x</p>")]
    [InlineData("[x](https://me.github.io/blogger/2020/01/01/other/)", "<p><a href=\"https://me.github.io/blogger/2020/01/01/other/\" rel=\"noopener\">x</a></p>")]
    [InlineData("[x](https://older.example.org/2020/01/01/other/)", "<p><a href=\"https://older.example.org/2020/01/01/other/\" rel=\"noopener\">x</a></p>")]
    public void Links_to_ones_own_old_hosts_lead_to_the_page_as_it_is_now(string body, string expected) => Assert.Equal(
        expected, Html(body, new SiteSettings { Links = new() { OwnHosts = ["old.example.org", "*.example.net", "me.github.io/blog"] } }));

    [Fact]
    public void A_post_that_is_not_there_is_a_note_with_its_place()
    {
        var draft = Example.Draft(Example.Post("One\n\nsee [x](trip/n%C3%B6.md#p), [y](nö.md)\n{% post_link gone %}"));

        Assert.Equal([(7, 9), (7, 33), (8, 14)], draft.Notes.Select(note => (note.Line, note.Column)));
        Assert.All(draft.Notes, note => Assert.Contains("No post that is published", note.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_note_with_its_place()
    {
        var post = Example.Post("[![](/images/a.jpg)](/images/a.jpg) [p](b.pdf)\n\n[q](/c.zip) [feed](/atom.xml)");
        var found = Draft(post).Links.ToDictionary(link => link, link => link.Target == "c.zip" ? null : new LinkTarget("", ""));
        var draft = Draft(post, new LinkTargets(found));

        Assert.Equal(["images/a.jpg", "travel/b.pdf", "c.zip"], draft.Links.Select(link => link.Target));
        var note = Assert.Single(draft.Notes);
        Assert.Equal((7, 5), (note.Line, note.Column));
        Assert.Contains("href=\"/images/a.jpg\"", Example.Render(draft).Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/c.zip\"", Example.Render(draft).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_excerpt_has_the_title_that_its_tag_shows() => Assert.Equal(
        "See Other & more.", Draft(Post("See {% post_link other %}.", Here), SiteSettings.Of(Generator.Hexo), Posts).Excerpt);

    [Fact]
    public void Links_of_a_post_are_bounded()
    {
        var draft = Example.Draft(Example.Post(string.Join('\n', Enumerable.Range(0, 5000).Select(number => $"[x](p{number}.md) [y](p{number}.md)"))));

        Assert.Equal(LinkReference.Most, draft.Links.Count);
        Assert.True(draft.Notes.Count <= 101);
    }

    [Fact]
    public void Links_that_name_nothing_lead_nowhere() => Assert.Equal(
        "<p>a b c d <a href=\"../..\">e</a></p>", Html("[a](../../../x.md) [b](/.md) {% post_link / c %} [d](" + new string('x', 2000) + ".md) [e](../..)", Generator.Hexo));

    private static (string Name, string Url)[] Posts { get; } =
    [
        ("_posts/2020-01-01-other.md", "/other/"), ("_posts/trip/a b.md", "/trip/"), ("_posts/C#.md", "/c-sharp/"), ("_posts/C++.md", "/cpp/"), ("about.md", "/about/"),
        ("source/b.md", "/b/"), ("notes/other2.md", "/other2/"),
    ];

    private static Post Post(string body, string name) => Example.Post(body) with { Name = name };

    private static string Html(string body, Generator generator) => Html(body, SiteSettings.Of(generator));

    private static string Html(string body, SiteSettings settings) => Flat(Draft(Post(body, Here), settings, Posts));

    private static string Html(string body, Generator generator, string name, params (string, string)[] posts) => Flat(Draft(Post(body, name), SiteSettings.Of(generator), posts));

    private static string Flat(ArticleDraft draft) => Example.Render(draft).Html.Replace("\n", "", StringComparison.Ordinal);

    // As publishers do it: what the links name, then where that is.
    private static ArticleDraft Draft(Post post, SiteSettings settings, (string Name, string Url)[] posts)
    {
        var found = Draft(post, settings, LinkTargets.Unknown).Links.ToDictionary(link => link, link => Find(link, posts));
        return Draft(post, settings, new LinkTargets(found));
    }

    private static ArticleDraft Draft(Post post, LinkTargets? targets = null) => Draft(post, Example.Settings, targets ?? LinkTargets.Unknown);

    private static ArticleDraft Draft(Post post, SiteSettings settings, LinkTargets targets) =>
        Assert.IsType<ArticleResult.Drafted>(ArticleParser.Parse(post, settings, targets, TestContext.Current.CancellationToken)).Draft;

    private static LinkTarget? Find(LinkReference link, (string Name, string Url)[] posts) => link.Kind switch
    {
        LinkKind.File => new("", ""),
        LinkKind.Url => link.Places.Contains("2020/01/01/other/index.html") && link.Key == LinkReference.UrlKey("2020/01/01/other/index.html") ? new("/other/", "Other") : null,
        _ => link.Choose(posts.Where(post => LinkReference.PostKey(post.Name) == link.Key).Select(post => new LinkCandidate(post.Name, new(post.Url, Title(post.Url)))))?.Target,
    };

    private static string Title(string url) => url switch { "/other/" => "Other & more", "/c-sharp/" => "C sharp", _ => char.ToUpperInvariant(url[1]) + url[2..^1] };
}
