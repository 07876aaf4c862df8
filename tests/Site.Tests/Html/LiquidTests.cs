using Blobpress.Site.Html;
using Blobpress.Site.Html.Liquid;
using Blobpress.Site.Links;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

public class LiquidTests
{
    private static readonly SiteSettings Settings = SiteSettings.Of(Generator.Jekyll) with { Title = "The Site", BaseUrl = new("https://blog.example/sub/"), Author = "Ada", Description = "About it" };

    private static readonly LiquidLibrary Library = LiquidLibrary.Of(new Dictionary<string, string>
    {
        ["_includes/note.html"] = "<div>{{ include.text }} ({{ include.kind | default: 'plain' }})</div>",
        ["_includes/deep/inner.md"] = "inner {{ page.title }}{% assign seen = 'yes' %}",
        ["_includes/loop.html"] = "{% include loop.html %}",
        ["_includes/broken.html"] = "a\n{% if %}b{% endfor %}",
        ["_data/people.yml"] = "- name: Ada\n  born: 1815\n  langs: [en, fr]\n- name: Bob\n  born: 1900\n",
        ["_data/site/links.json"] = "[{\"t\": \"One\", \"u\": \"/1\"}]",
        ["_data/map.yml"] = "one: 1\ntwo: zwei\n",
        ["_config.yml"] = "github_username: ada\nsocial:\n  x: '@ada'\n",
    });

    [Theory]
    [InlineData("{{ page.title }}|{{ page.color }}|{{ page.deep.key }}|{{ page.list[1] }}|{{ page.number | plus: 1 }}", "The Post|red|value|b|8")]
    [InlineData("{{ site.title }}|{{ site.url }}|{{ site.baseurl }}|{{ site.author }}|{{ site.description }}", "The Site|https://blog.example|/sub|Ada|About it")]
    [InlineData("{{ site.github_username }}|{{ site.social.x }}", "ada|@ada")]
    [InlineData("{{ page.date | date: '%Y/%m/%d' }}|{{ page.date | date: \"%-d %B %Y\" }}|{{ page.date }}", "2020/03/09|9 March 2020|2020-03-09 10:20:30 +0000")]
    [InlineData("{{ page.date | date_to_string }}|{{ page.date | date_to_long_string }}|{{ page.date | date_to_long_string: 'ordinal' }}|{{ page.date | date_to_xmlschema }}|{{ page.date | date_to_rfc822 }}", "09 Mar 2020|09 March 2020|9th March 2020|2020-03-09T10:20:30+00:00|Mon, 09 Mar 2020 10:20:30 +0000")]
    [InlineData("{{ '/a b.png' | relative_url }}|{{ 'x' | absolute_url }}|{{ 'https://o.example/' | relative_url }}", "/sub/a b.png|https://blog.example/sub/x|https://o.example/")]
    [InlineData("{{ 'A B & Ç' | slugify }}|{{ 'A B.c' | slugify: 'pretty' }}|{{ 'A B&c' | slugify: 'raw' }}|{{ 'Aé b' | slugify: 'ascii' }}|{{ 'Aé b' | slugify: 'latin' }}|{{ 'A B' | slugify: 'none' }}", "a-b-ç|a-b.c|a-b&c|a-b|ae-b|a b")]
    [InlineData("{{ 'a<b' | escape }}|{{ 'a\"' | jsonify }}|{{ page.list | jsonify }}|{{ page.list | join: '+' }}|{{ page.list | size }}", "a<b|\"a\"\"|[\"a\",\"b\"]|a+b|2")]
    [InlineData("{{ page.list | array_to_sentence_string }}|{{ 'one two' | number_of_words }}|{{ 'x' | append: '.y' | upcase }}|{{ page.nothing | default: 'd' }}", "a and b|2|X.Y|d")]
    [InlineData("{% if page.color == 'red' and page.number > 3 %}yes{% else %}no{% endif %}{% unless page.color %}no{% endunless %}", "yes")]
    [InlineData("{% if page.nothing %}a{% elsif page.color contains 'e' %}b{% else %}c{% endif %}", "b")]
    [InlineData("{% case page.color %}{% when 'blue', 'red' %}warm{% else %}cold{% endcase %}{% case 1 %}{% when 2 or 3 %}x{% else %}y{% endcase %}", "warmy")]
    [InlineData("{% for p in site.data.people %}{{ forloop.index }}{{ p.name }}{% unless forloop.last %}, {% endunless %}{% endfor %}", "1Ada, 2Bob")]
    [InlineData("{% for i in (1..5) reversed %}{% if i == 4 %}{% continue %}{% endif %}{{ i }}{% if i == 2 %}{% break %}{% endif %}{% endfor %}", "532")]
    [InlineData("{% for x in page.list limit:1 offset:1 %}{{ x }}{% endfor %}{% for x in page.empty %}x{% else %}none{% endfor %}", "bnone")]
    [InlineData("{% assign a = 'x,y' | split: ',' %}{% for b in a %}[{{ b }}]{% endfor %}", "[x][y]")]
    [InlineData("{% capture c %}<b>{{ page.color }}</b>{% endcapture %}{{ c }}{{ c | strip_html }}", "redred")]
    [InlineData("{% assign who = site.data.people | where: 'name', 'Bob' | first %}{{ who.born }}{% assign old = site.data.people | where_exp: 'p', 'p.born < 1850' %}{{ old[0].name }}", "1900Ada")]
    [InlineData("{% for g in site.data.people %}{% cycle 'odd', 'even' %} {% endfor %}{% increment n %}{% increment n %}", "odd even 01")]
    [InlineData("{{ site.data.site.links[0].t }}|{{ site.data.map.two }}|{% for p in site.data.map %}{{ p[0] }}={{ p[1] }};{% endfor %}", "One|zwei|one=1;two=zwei;")]
    [InlineData("a {% comment %} {{ x }} {% nothing %} {% endcomment %}b", "a b")]
    [InlineData("a {% raw %}{{ x }} {% if %}{% endraw %} b", "a {{ x }} {% if %} b")]
    [InlineData("a  {%- if true -%}  b  {%- endif -%}  c", "abc")]
    [InlineData("{% include note.html text=\"T t\" kind=page.color %}", "T t (red)")]
    [InlineData("{% include note.html text='it' %}{{ include.text }}", "it (plain)")]
    [InlineData("{% include deep/inner.md %} {{ seen }}", "inner The Post yes")]
    [InlineData("{% include {{ page.file }} text=\"x\" %}", "x (plain)")]
    [InlineData("{{ '*it*' | markdownify }}", "it")]
    [InlineData("{{ page.url }} {{ page.id }} {{ page.path }}", "/2020/03/09/post.html /2020/03/09/post.html _posts/2020-03-09-post.md")]
    public void Liquid_is_run(string body, string expected)
    {
        Assert.Equal(expected, Example.Parse(Expand(body).Html).Body!.TextContent);
    }

    [Theory]
    [InlineData("```\n{{ site.title }}\n```", "<pre tabindex=\"0\"><code>The Site</code></pre>")]
    [InlineData("```\n{{ user.name }} {% include no.html %} {% for a in b %}{{ a }}{% endfor %}\n```", "<pre tabindex=\"0\"><code>{{ user.name }} {% include no.html %} {% for a in b %}{{ a }}{% endfor %}</code></pre>")]
    [InlineData("{% raw %}\n```\n{{ site.title }}\n{% if %}\n```\n{% endraw %}", "<pre tabindex=\"0\"><code>{{ site.title }}{% if %}</code></pre>")]
    [InlineData("`{{ site.title }}` `{{ x }}` `{% raw %}{{ site.title }}{% endraw %}`", "<p><code>The Site</code> <code>{{ x }}</code> <code>{{ site.title }}</code></p>")]
    [InlineData("{% highlight html %}\n<b>{{ site.title }}</b>\n{% endhighlight %}", "<pre tabindex=\"0\"><code class=\"language-html\">&lt;b&gt;The Site&lt;/b&gt;</code></pre>")]
    public void Code_is_as_jekyll_has_it(string body, string expected) => Assert.Equal(expected, Example.Uncoloured(Expand(body).Html).Replace("\n", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("one\n\n{% if page.color == %}two{% endif %}\n", "two", 7, "The condition \"page.color ==\" can't be read; what it asks for is shown.")]
    [InlineData("{% if page.color %}two", "two", 5, "The tag \"if\" is never closed; what follows it is shown.")]
    [InlineData("one\ntwo {% endif %}", "two", 6, "The tag \"endif\" belongs to nothing before it, and was left out.")]
    [InlineData("{% for x y %}two{% endfor %}", "two", 5, "The loop \"x y\" can't be read; what it encloses is shown once.")]
    [InlineData("two {{ a b | }}", "two", 5, "The value {{ a b | }} can't be read and was left out.")]
    [InlineData("two {{ 'x' | shout }}", "two x", 5, "The filter \"shout\" is not known here, and the value is shown without it.")]
    [InlineData("two {% include gone.html %}", "two", 5, "There is no file _includes/gone.html, and what includes it was left out.")]
    [InlineData("two {% for post in site.posts %}{{ post.title }}{% endfor %}", "two", 5, "The loop \"post in site.posts\" goes through what is not known here, and was left out.")]
    [InlineData("two {% assign x %}", "two", 5, "The tag \"assign x\" can't be read, and was left out.")]
    [InlineData("two {% comment %} x", "two  x", 5, "The tag \"comment\" is never closed; what follows it is shown.")]
    [InlineData("two {% raw %} x", "two  x", 5, "The tag \"raw\" is never closed, and was left out.")]
    [InlineData("{% if true %}\n\na\n{% endif %}\n\n{% carousel %}two", "two", 10, "The tag \"carousel\" is not known here and was left out: {% carousel %}")]
    [InlineData("x {% include broken.html %}", "b", 5, "In _includes/broken.html, line 2: The tag \"if\" is never closed; what follows it is shown.")]
    public void What_is_wrong_is_told_and_the_text_stays(string body, string stays, int line, string note)
    {
        var (html, notes) = Expand(body);
        Assert.Contains(stays, html, StringComparison.Ordinal);
        Assert.DoesNotContain("{%", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        Assert.Contains(notes, reason => reason.Line == line && reason.Message == note);
    }

    [Fact]
    public void An_url_of_a_post_has_the_sites_own_once()
    {
        var draft = Assert.IsType<ArticleResult.Drafted>(ArticleParser.Parse(Post("[x]({{ site.url }}{{ site.baseurl }}{% post_url 2016-01-02-a %}) [y]({{site.baseurl}}{% link _posts/2016-01-03-b.md %})"), Settings, Library, LinkTargets.Unknown, CancellationToken.None)).Draft;
        Assert.Equal(["2016-01-02-a", "_posts/2016-01-03-b.md"], draft.Links.Select(link => link.Target));
    }

    [Theory]
    [InlineData("{% for a in (1..20000) %}{% for b in (1..20000) %}x{% endfor %}{% endfor %}")]
    [InlineData("{% for a in (1..1000000000) %}x{% endfor %}")]
    [InlineData("{% assign s = 'xxxxxxxxxxxxxxxx' %}{% for a in (1..100) %}{% assign s = s | append: s %}{% endfor %}{{ s }}")]
    [InlineData("{% assign s = 'aaaaaaaaaaaaaaaa' %}{% for a in (1..9) %}{% assign s = s | append: s %}{% endfor %}{{ s | replace: 'a', s | replace: 'a', s }}")]
    [InlineData("{% for a in (1..9000) %}{% for b in (1..9) %}{% include note.html text=\"0123456789012345678901234567890123456789012345678901234567890123456789\" %}{% endfor %}{% endfor %}")]
    public void Too_much_is_not_run(string body)
    {
        var (html, notes) = Expand(body + "\n\nend");
        Assert.Contains("end", html, StringComparison.Ordinal);
        Assert.Contains(notes, note => note.Message.StartsWith("The Liquid of this text is not run: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_includes_itself_ends() => Assert.Contains(Expand("a {% include loop.html %}").Notes, note => note.Message.Contains("includes itself", StringComparison.Ordinal));

    [Theory]
    [InlineData("{% if a %}")]
    [InlineData("{% raw %}endraw ")]
    [InlineData("{% comment %}")]
    [InlineData("{{ a[")]
    [InlineData("{% for a in b %}{% else %}")]
    [InlineData("{% endif %}")]
    [InlineData("{{ x | a | b }}")]
    [InlineData("{% case a %}{% when")]
    public void Many_of_a_kind_are_read(string piece) => Expand(string.Concat(Enumerable.Repeat(piece, 20_000)));

    [Theory]
    [InlineData(Generator.Hexo)]
    [InlineData(Generator.Hugo)]
    [InlineData(Generator.None)]
    public void Others_leave_examples_as_they_are(Generator generator) => Assert.Contains(
        "{% for a in b %}{{ a }}{% endfor %}", Example.Markdown("```\n{% for a in b %}{{ a }}{% endfor %}\n```", generator).Html, StringComparison.Ordinal);

    private static (string Html, IReadOnlyList<Reason> Notes) Expand(string body)
    {
        var draft = Assert.IsType<ArticleResult.Drafted>(ArticleParser.Parse(Post(body), Settings, Library, LinkTargets.Unknown, CancellationToken.None)).Draft;
        return (Example.Render(draft).Html.Trim(), draft.Notes);
    }

    private static Post Post(string body)
    {
        var text = "---\ntitle: The Post\ncolor: red\nnumber: 7\nlist: [a, b]\nempty: []\ndeep: {key: value}\nfile: note.html\n---\n" + body;
        var parsed = Assert.IsType<ParseResult.Parsed>(PostParser.Parse("_posts/2020-03-09-post.md", System.Text.Encoding.UTF8.GetBytes(text), DateTimeOffset.UnixEpoch, Settings)).Post;
        return parsed with { Date = new(2020, 3, 9, 10, 20, 30, TimeSpan.Zero), Body = parsed.Body with { FirstLine = 5 } };
    }
}
