using System.Globalization;
using System.Text;
using Blobpress.Site.Images;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html;

/// <summary>An image of the site as HTML: <c>&lt;picture&gt;</c> with a source per format, no script.</summary>
public static class PictureHtml
{
    // What a browser without srcset gets: enough for a phone at two pixels per CSS pixel.
    private const int FallbackWidth = 960;

    /// <summary>
    /// A <c>&lt;picture&gt;</c> with <c>srcset</c> and <c>sizes</c>, and the width and height that keep its place while it loads, its
    /// average colour showing there.
    /// </summary>
    public static string Render(EncodedImage image, PictureOptions options)
    {
        var formats = image.Variants.GroupBy(v => v.Format).ToList();
        var (width, height) = Shown(image, options.DeclaredWidth);
        var sizes = width < image.Width ? $"{width}px" : options.Sizes;
        var html = new StringBuilder("<picture>");
        foreach (var format in formats.SkipLast(1))
        {
            html.Append("<source type=\"").Append(MediaType(format.Key)).Append('"');
            AppendSet(html, image, format, sizes).Append('>');
        }

        html.Append("<img src=\"").Append(FallbackUrl(image)).Append('"');
        if (formats[^1].Count() > 1)
            AppendSet(html, image, formats[^1], sizes);
        AppendRest(html, options, width, height);
        if (image.Color is { } color)
            html.Append(" style=\"background:").Append(color).Append('"');
        return html.Append("></picture>").ToString();
    }

    /// <summary>The same with one file of middling size, for pages that hold a great many.</summary>
    public static string OfOneSize(EncodedImage image, PictureOptions options)
    {
        var (width, height) = Shown(image, options.DeclaredWidth);
        var html = new StringBuilder("<img src=\"").Append(FallbackUrl(image)).Append('"');
        return AppendRest(html, options, width, height).Append('>').ToString();
    }

    /// <summary>The URL of the one file to name where only one can be named: of the fallback format, of middling width.</summary>
    public static string FallbackUrl(EncodedImage image)
    {
        var fallback = image.Variants.Where(v => v.Format == image.Variants[^1].Format).ToList();
        return SitePaths.Variant(image.Hash, fallback.FindLast(v => v.Width <= FallbackWidth) ?? fallback[0]).Url;
    }

    /// <summary>What stands in the place of an image that could not be had, of its declared shape or else 16:9.</summary>
    public static string Missing(string alt, int? width, int? height)
    {
        var shape = width is { } w && height is { } h ? $"{w}/{h}" : "16/9";
        var limit = width is { } max ? $";max-width:{max}px" : "";
        var text = HtmlText.Escape(alt);
        return $"<span class=\"missing\" role=\"img\" aria-label=\"{text}\" style=\"aspect-ratio:{shape}{limit}\">{text}</span>";
    }

    internal static string Inline(string uri, string alt, int? width, int? height) =>
        $"<img src=\"{HtmlText.Escape(uri)}\"{(width is null ? "" : $" width=\"{width}\"")}{(height is null ? "" : $" height=\"{height}\"")}"
        + $" alt=\"{HtmlText.Escape(alt)}\">";

    private static StringBuilder AppendRest(StringBuilder html, PictureOptions options, int width, int height)
    {
        html.Append(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\" alt=\"{HtmlText.Escape(options.Alt)}\"");
        if (options.Title is { } title)
            html.Append(CultureInfo.InvariantCulture, $" title=\"{HtmlText.Escape(title)}\"");
        return html.Append(options.Eager ? " fetchpriority=\"high\"" : " loading=\"lazy\"").Append(" decoding=\"async\"");
    }

    private static (int Width, int Height) Shown(EncodedImage image, int? declared) =>
        declared is { } width && width < image.Width
            ? (width, Math.Max(1, (int)Math.Round((double)image.Height * width / image.Width)))
            : (image.Width, image.Height);

    private static StringBuilder AppendSet(StringBuilder html, EncodedImage image, IEnumerable<Variant> variants, string sizes) =>
        html.Append(" srcset=\"").AppendJoin(", ", variants.Select(v => $"{SitePaths.Variant(image.Hash, v).Url} {v.Width}w"))
            .Append("\" sizes=\"").Append(HtmlText.Escape(sizes)).Append('"');

    private static string MediaType(ImageFormat format) => format switch
    {
        ImageFormat.Svg => "image/svg+xml",
        _ => "image/" + format.ToString().ToLowerInvariant(),
    };
}
