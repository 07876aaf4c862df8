using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Blobpress.Site.Html;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

/// <summary>Posts for the examples, and what becomes of them.</summary>
internal static partial class Example
{
    public static SiteSettings Settings { get; } = new() { BaseUrl = new("https://blog.example/") };

    public static Post Post(string body, BodyFormat format = BodyFormat.Markdown, string? cover = null) => new()
    {
        Name = "travel/harbour.md",
        Title = "Harbour",
        Date = DateTimeOffset.UnixEpoch,
        Slug = "harbour",
        Cover = cover,
        Body = new(body.ReplaceLineEndings("\n"), format, 5),
    };

    public static ArticleDraft Draft(string body, BodyFormat format = BodyFormat.Markdown, string? cover = null) =>
        Draft(Post(body, format, cover));

    public static ArticleDraft Draft(Post post, SiteSettings? settings = null) =>
        Assert.IsType<ArticleResult.Drafted>(ArticleParser.Parse(post, settings ?? Settings)).Draft;

    /// <summary>The HTML of a Markdown body as a generator's posts are read, and the notes on it.</summary>
    public static (string Html, IReadOnlyList<Reason> Notes) Markdown(string body, Generator generator)
    {
        var draft = Draft(Post(body), SiteSettings.Of(generator));
        return (Render(draft).Html, draft.Notes);
    }

    /// <summary>The article with every image ready: 800x600, one JPEG, named by <see cref="Hash"/>.</summary>
    public static Article Render(ArticleDraft draft) => draft.Render(draft.Images.ToDictionary(
        i => i.Source.Key, i => i.Source is ImageSource.Remote or ImageSource.Asset
            ? (ImageOutcome)new ImageOutcome.Ready(Image(Hash(i.Source.Key))) : new ImageOutcome.Missing("No.")));

    /// <summary>The HTML of a Markdown body without images.</summary>
    public static string Markdown(string body) => Render(Draft(body)).Html;

    /// <summary>The HTML of an HTML body without images.</summary>
    public static string Html(string body) => Render(Draft(body, BodyFormat.Html)).Html;

    /// <summary>The HTML with each formula as the text that stands for it, in <c>⟨ ⟩</c>.</summary>
    public static string Formulas(string html) => Math().Replace(html, "⟨$1⟩");

    /// <summary>The HTML with each block of code as it is without its colours and caption.</summary>
    public static string Uncoloured(string html) => Coloured().Replace(html, match => Span().Replace(match.Groups[1].Value, ""));

    [GeneratedRegex("<figure class=\"code\"><figcaption>.*?</figcaption>(<pre.*?</pre>)</figure>", RegexOptions.Singleline)]
    private static partial Regex Coloured();

    [GeneratedRegex("</?span[^>]*>| numbered(?=\")")]
    private static partial Regex Span();

    [GeneratedRegex("<math [^>]*alttext=\"([^\"]*)\".*?</math>", RegexOptions.Singleline)]
    private static partial Regex Math();

    public static string Hash(string key) => new(key.GetHashCode32().ToString("x8", null)[0], 32);

    public static EncodedImage Image(string hash, int width = 800, int height = 600) => new()
    {
        Hash = hash,
        Width = width,
        Height = height,
        Variants = [new(width, height, ImageFormat.Jpeg)],
    };

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html);

    /// <summary>Compares trees, blanks between blocks aside.</summary>
    public static void Same(string expected, string actual) => Assert.Equal(Lines(expected), Lines(actual));

    private static string Lines(string html) =>
        string.Join('\n', html.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static uint GetHashCode32(this string text) => text.Aggregate(2166136261u, (h, c) => (h ^ c) * 16777619u);
}
