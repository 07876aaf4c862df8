using Blobpress.Site.Html;
using Blobpress.Site.Images;

namespace Blobpress.Site.Tests.Html;

public class PictureHtmlTests
{
    private static readonly EncodedImage Photo = new()
    {
        Hash = "0123456789abcdef0123456789abcdef",
        Width = 1280,
        Height = 720,
        Color = "#aabbcc",
        Variants =
        [
            new(640, 360, ImageFormat.Webp), new(1280, 720, ImageFormat.Webp),
            new(640, 360, ImageFormat.Jpeg), new(1280, 720, ImageFormat.Jpeg),
        ],
    };

    [Fact]
    public void A_picture_names_every_variant_and_keeps_its_place() => Assert.Equal(
        "<picture><source type=\"image/webp\" srcset=\"/images/01/0123456789abcdef0123456789abcdef-640.webp 640w, "
        + "/images/01/0123456789abcdef0123456789abcdef-1280.webp 1280w\" sizes=\"94vw\">"
        + "<img src=\"/images/01/0123456789abcdef0123456789abcdef-640.jpg\" srcset=\"/images/01/0123456789abcdef0123456789abcdef-640.jpg 640w, "
        + "/images/01/0123456789abcdef0123456789abcdef-1280.jpg 1280w\" sizes=\"94vw\" width=\"1280\" height=\"720\" alt=\"A &lt;boat&gt;\""
        + " loading=\"lazy\" decoding=\"async\" style=\"background:#aabbcc\"></picture>",
        PictureHtml.Render(Photo, new("A <boat>", "94vw")));

    [Fact]
    public void A_declared_width_makes_it_smaller_never_larger()
    {
        Assert.Contains("sizes=\"300px\" width=\"300\" height=\"169\"", PictureHtml.Render(Photo, new("", "94vw") { DeclaredWidth = 300 }));
        Assert.Contains("sizes=\"94vw\" width=\"1280\" height=\"720\"", PictureHtml.Render(Photo, new("", "94vw") { DeclaredWidth = 3000 }));
    }

    [Fact]
    public void A_drawing_has_one_file()
    {
        var drawing = Photo with { Color = null, Variants = [new(1280, 720, ImageFormat.Svg)] };
        Assert.Equal(
            "<picture><img src=\"/images/01/0123456789abcdef0123456789abcdef-1280.svg\" width=\"1280\" height=\"720\" alt=\"\""
            + " fetchpriority=\"high\" decoding=\"async\"></picture>",
            PictureHtml.Render(drawing, new("", "94vw") { Eager = true }));
    }
}
