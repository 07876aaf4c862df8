namespace Blobpress.Benchmarks.Sites;

/// <summary>A static site generator whose server follows a folder.</summary>
/// <param name="Name">For people.</param>
/// <param name="Program">What starts it.</param>
/// <param name="Arguments">Of its server, given the port.</param>
/// <param name="Posts">Where it looks for posts, below the site's folder.</param>
/// <param name="Files">Its settings and a plain theme: text by path. A front page of 20, pages of lists of 20, a page a post at /posts/NAME/.</param>
internal sealed record Generator(
    string Name, string Program, Func<int, IReadOnlyList<string>> Arguments, string Posts, IReadOnlyDictionary<string, string> Files)
{
    public static Generator Hugo { get; } = new(
        "hugo server",
        "hugo",
        port => ["server", "--bind", "127.0.0.1", "--port", $"{port}", "--disableLiveReload"],
        "content/posts",
        new Dictionary<string, string>
        {
            ["config.toml"] = "baseURL = \"http://127.0.0.1/\"\ntitle = \"Quay\"\npaginate = 20\n",
            ["layouts/_default/baseof.html"] = "<!doctype html><title>{{ .Title }}</title><body>{{ block \"main\" . }}{{ end }}</body>",
            ["layouts/_default/single.html"] = "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}",
            ["layouts/_default/list.html"] = "{{ define \"main\" }}{{ range (.Paginate .Pages).Pages }}<p><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> {{ .Summary }}</p>{{ end }}{{ end }}",
            ["layouts/index.html"] = "{{ define \"main\" }}{{ range first 20 .Site.RegularPages }}<p><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> {{ .Summary }}</p>{{ end }}{{ end }}",
        });

    /// <summary>Hexo in a folder where npm installed it.</summary>
    public static Generator Hexo(string installation) => new(
        "hexo server",
        "node",
        port => [Path.Combine(installation, "node_modules", "hexo", "bin", "hexo"), "server", "--ip", "127.0.0.1", "--port", $"{port}"],
        "source/_posts",
        new Dictionary<string, string>
        {
            ["package.json"] = HexoInstallation.Manifest,
            ["_config.yml"] = "title: Quay\nurl: http://127.0.0.1/\npermalink: posts/:name/\ntheme: plain\nper_page: 20\ntimezone: UTC\n",
            ["themes/plain/layout/index.ejs"] = HexoList,
            ["themes/plain/layout/archive.ejs"] = HexoList,
            ["themes/plain/layout/post.ejs"] = "<!doctype html><title><%= page.title %></title><h1><%= page.title %></h1><%- page.content %>",
        });

    private const string HexoList = "<!doctype html><title>Quay</title><% page.posts.each(function (post) { %><p><a href=\"<%= url_for(post.path) %>\"><%= post.title %></a></p><% }) %>";
}
