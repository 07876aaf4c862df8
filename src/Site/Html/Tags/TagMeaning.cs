using System.Text;

namespace Blobpress.Site.Html.Tags;

/// <summary>What the plain tags of Hexo, Jekyll and Hugo mean, as HTML.</summary>
/// <param name="stem">The post's file name without extension: Hexo keeps a post's own files in a folder of that name.</param>
internal sealed class TagMeaning(string stem)
{
    /// <summary>The HTML or text that stands for a tag; null where its meaning is not known.</summary>
    public string? Of(string name, TagArguments arguments) => name switch
    {
        "asset_img" => Image(arguments, Own),
        "img" => Image(arguments, path => path),
        "asset_path" => First(arguments, Own),
        "asset_link" => First(arguments, file => Link(Own(file), Rest(arguments, 1) ?? file)),
        "post_link" => First(arguments, slug => Link(slug + ".md", Rest(arguments, 1) ?? slug)),
        "post_path" or "post_url" => First(arguments, slug => slug + ".md"),
        "ref" or "relref" => First(arguments, path => path),
        "link" => arguments.Words is [var text, var url, ..] ? Link(url, text) : First(arguments, path => path),
        "figure" => Figure(arguments),
        "youtube" => Video(arguments, "https://www.youtube.com/embed/"),
        "vimeo" => Video(arguments, "https://player.vimeo.com/video/"),
        "bilibili" => Video(arguments, "https://player.bilibili.com/player.html?bvid="),
        _ => null,
    };

    /// <summary>A block of code in a language.</summary>
    public static string Code(string language, string code)
    {
        var name = IsLanguage(language) ? $" class=\"language-{language.ToLowerInvariant()}\"" : "";
        return $"<pre><code{name}>{HtmlText.Escape(code.Trim('\n'))}\n</code></pre>\n";
    }

    private static string? First(TagArguments arguments, Func<string, string> render) =>
        arguments.Words is [var first, ..] ? render(first) : null;

    private static string? Rest(TagArguments arguments, int from) =>
        arguments.Words.Count > from ? string.Join(' ', arguments.Words.Skip(from)) : null;

    private string Own(string file)
    {
        var path = stem is "index" or "" ? file : $"{stem}/{file}";
        return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    // Classes come before the file, width and height after it, then the title and the alternative text.
    private static string? Image(TagArguments arguments, Func<string, string> place)
    {
        var words = arguments.Words.SkipWhile(w => !Path.HasExtension(w) && !w.Contains('/')).ToList();
        if (words.Count == 0)
            return null;
        var sizes = words.Skip(1).TakeWhile(w => w.All(char.IsAsciiDigit)).Take(2).ToList();
        var texts = words.Skip(1 + sizes.Count).ToList();
        return new StringBuilder("<img").Append(Attribute("src", place(words[0])))
            .Append(Attribute("width", sizes.ElementAtOrDefault(0))).Append(Attribute("height", sizes.ElementAtOrDefault(1)))
            .Append(Attribute("title", texts.ElementAtOrDefault(0))).Append(Attribute("alt", texts.ElementAtOrDefault(1) ?? texts.ElementAtOrDefault(0)))
            .Append('>').ToString();
    }

    private static string? Figure(TagArguments arguments)
    {
        if (arguments["src"] is not { } src)
            return null;
        var caption = arguments["caption"] ?? arguments["title"];
        var image = $"<img{Attribute("src", src)}{Attribute("alt", arguments["alt"] ?? caption)}"
            + $"{Attribute("width", arguments["width"])}{Attribute("height", arguments["height"])}>";
        var linked = arguments["link"] is { } link ? $"<a{Attribute("href", link)}>{image}</a>" : image;
        return $"<figure>{linked}{(caption is null ? "" : $"<figcaption>{HtmlText.Escape(caption)}</figcaption>")}</figure>";
    }

    private static string? Video(TagArguments arguments, string player) =>
        (arguments["id"] ?? arguments.First) is { } id && IsVideo(id) ? $"<iframe src=\"{player}{id}\"></iframe>" : null;

    private static string Link(string url, string text) => $"<a{Attribute("href", url)}>{HtmlText.Escape(text)}</a>";

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{HtmlText.Escape(value)}\"";

    private static bool IsVideo(string id) => id.Length is >= 3 and <= 32 && id.All(c => Word.IsPart(c) || c == '-');

    private static bool IsLanguage(string name) =>
        name.Length is >= 1 and <= 32 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '.' or '_' or '-');
}
