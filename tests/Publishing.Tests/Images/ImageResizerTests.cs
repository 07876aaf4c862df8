using Blobpress.Publishing.Images;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;
using NetVips;

namespace Blobpress.Publishing.Tests.Images;

public class ImageResizerTests
{
    [Fact]
    public void A_photograph_becomes_webp_and_jpeg_at_every_width()
    {
        var encoded = Encode(TestImages.PhotoJpeg(2000, 1500));

        Assert.Equal((2000, 1500, false), (encoded.Image.Width, encoded.Image.Height, encoded.Image.Animated));
        Assert.Equal(
            [.. Rows(ImageFormat.Webp), .. Rows(ImageFormat.Jpeg)],
            encoded.Image.Variants);

        static IEnumerable<Variant> Rows(ImageFormat format) =>
        [
            new(320, 240, format), new(640, 480, format), new(960, 720, format), new(1280, 960, format), new(1920, 1440, format),
        ];
    }

    [Fact]
    public void Every_file_is_what_its_variant_says()
    {
        using var photo = TestImages.Photo(1301, 777);
        var encoded = Encode(photo.PngsaveBuffer(), new() { Avif = true });

        Assert.Equal(encoded.Image.Variants.Count, encoded.Files.Count);
        foreach (var (variant, file) in encoded.Image.Variants.Zip(encoded.Files))
        {
            using var made = Likeness.Decode(file.Bytes);
            Assert.Equal((variant.Width, variant.Height), (made.Width, made.Height));
            Assert.Equal("image/" + variant.Format.ToString().ToLowerInvariant(), file.ContentType);
            Assert.Equal(variant.Format.ToString(), SourceTypes.Of(file.Bytes).ToString());
            Assert.InRange(Likeness.Distance(photo, made), 0, 2);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Orientation_is_applied_and_forgotten(int orientation)
    {
        using var photo = TestImages.Photo(500, 300);
        using var tagged = photo.Mutate(m => m.Set(GValue.GIntType, "orientation", orientation));
        var source = tagged.JpegsaveBuffer(q: 95);
        using var upright = Likeness.Decode(source).Autorot();

        var encoded = Encode(source);

        Assert.Equal((upright.Width, upright.Height), (encoded.Image.Width, encoded.Image.Height));
        Assert.All(encoded.Files, f =>
        {
            using var made = Likeness.Decode(f.Bytes);
            Assert.False(made.Contains("orientation") && (int)made.Get("orientation") != 1);
            Assert.InRange(Likeness.Distance(upright, made), 0, 3);
        });
    }

    [Fact]
    public void Metadata_is_left_behind()
    {
        using var photo = TestImages.Photo(400, 300);
        using var tagged = photo.Mutate(m =>
        {
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "35/1 41/1 22/1");
            m.Set(GValue.GStrType, "exif-ifd0-Make", "Camera");
        });

        Assert.All(Encode(tagged.JpegsaveBuffer()).Files, f =>
        {
            using var made = Likeness.Decode(f.Bytes);
            Assert.DoesNotContain(made.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field.StartsWith("icc", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Transparency_is_kept_by_webp_and_png()
    {
        using var photo = TestImages.Photo(400, 300);
        using var alpha = Image.Black(400, 300).Mutate(m => m.DrawCircle([255], 200, 150, 100, fill: true));
        using var rgba = photo.Bandjoin(alpha);

        var encoded = Encode(rgba.PngsaveBuffer());

        Assert.Null(encoded.Image.Color);
        Assert.Equal([ImageFormat.Webp, ImageFormat.Png], encoded.Image.Variants.Select(v => v.Format).Distinct());
        Assert.All(encoded.Files, f =>
        {
            using var made = Likeness.Decode(f.Bytes);
            Assert.True(made.HasAlpha());
            Assert.InRange(Likeness.Distance(rgba, made), 0, 3);
        });
    }

    [Fact]
    public void Unused_transparency_is_dropped()
    {
        using var photo = TestImages.Photo(400, 300);
        using var rgba = photo.Bandjoin(255);

        Assert.Equal(ImageFormat.Jpeg, Encode(rgba.PngsaveBuffer()).Image.Variants[^1].Format);
    }

    [Fact]
    public void A_drawing_stays_a_png_without_loss()
    {
        var source = TestImages.DrawingPng(700, 400);
        using var drawing = Likeness.Decode(source);

        var encoded = Encode(source);

        Assert.Equal([ImageFormat.Webp, ImageFormat.Png], encoded.Image.Variants.Select(v => v.Format).Distinct());
        Assert.All(encoded.Files.Where(f => f.Path.Blob.Contains("-700.", StringComparison.Ordinal)), f =>
        {
            using var made = Likeness.Decode(f.Bytes);
            using var difference = (made - drawing).Abs();
            Assert.Equal(0, difference.Max());
        });
    }

    [Fact]
    public void Sixteen_bits_and_interlacing_come_out_right()
    {
        using var photo = TestImages.Photo(400, 300);
        using var deep = photo.Colourspace(Enums.Interpretation.Rgb16);

        AssertLike(photo, Encode(deep.PngsaveBuffer(interlace: true, bitdepth: 16)));
    }

    [Fact]
    public void Grey_comes_out_right()
    {
        using var grey = TestImages.Photo(400, 300).Colourspace(Enums.Interpretation.Bw);

        AssertLike(grey, Encode(grey.PngsaveBuffer()));
        AssertLike(grey, Encode(grey.JpegsaveBuffer(q: 95)));
    }

    [Fact]
    public void Cmyk_comes_out_in_the_colours_it_was_meant_in()
    {
        using var photo = TestImages.Photo(400, 300);
        using var cmyk = photo.IccTransform("cmyk", inputProfile: "srgb");
        using var meant = cmyk.IccTransform("srgb", inputProfile: "cmyk");

        AssertLike(meant, Encode(cmyk.JpegsaveBuffer(q: 95)));
    }

    [Fact]
    public void A_wide_gamut_profile_is_resolved()
    {
        using var photo = TestImages.Photo(400, 300);
        using var wide = photo.IccTransform("p3", inputProfile: "srgb");

        AssertLike(photo, Encode(wide.JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.Icc)));
    }

    [Fact]
    public void An_animation_keeps_moving_as_webp_with_a_still_fallback()
    {
        var encoded = Encode(TestImages.Gif(400, 200, frames: 5));

        Assert.True(encoded.Image.Animated);
        Assert.Equal((400, 200), (encoded.Image.Width, encoded.Image.Height));
        foreach (var (variant, file) in encoded.Image.Variants.Zip(encoded.Files))
        {
            using var made = variant.Format == ImageFormat.Webp ? Image.NewFromBuffer(file.Bytes, "[n=-1]") : Image.NewFromBuffer(file.Bytes);
            Assert.Equal((variant.Width, variant.Height), (made.Width, made.PageHeight));
            if (variant.Format != ImageFormat.Webp)
                continue;
            Assert.Equal(5, made.Get("n-pages"));
            Assert.Equal(3, made.Get("loop"));
            Assert.Equal([70, 70, 70, 70, 70], (int[])made.Get("delay"));
            Assert.InRange(made.Getpoint(5, variant.Height + 5)[1], 240, 255);
        }
    }

    [Fact]
    public void A_social_card_is_made_when_asked_for()
    {
        var card = Assert.Single(Encode(TestImages.PhotoJpeg(900, 900), socialCard: true).Files, f => f.Path.Blob.EndsWith("-card.jpg", StringComparison.Ordinal));

        using var made = Likeness.Decode(card.Bytes);
        Assert.Equal((1200, 630), (made.Width, made.Height));
        Assert.False(Encode(TestImages.PhotoJpeg(599, 900), socialCard: true).Image.SocialCard);
        Assert.False(Encode(TestImages.PhotoJpeg(900, 900)).Image.SocialCard);
    }

    [Fact]
    public void The_colour_is_the_average()
    {
        using var blue = (Image.Black(100, 100, bands: 3) + new double[] { 16, 32, 200 }).Cast(Enums.BandFormat.Uchar);

        Assert.Equal("#1020c8", Encode(blue.Copy(interpretation: Enums.Interpretation.Srgb).PngsaveBuffer()).Image.Color);
    }

    [Fact]
    public void The_same_bytes_have_the_same_name_until_a_setting_changes()
    {
        var source = TestImages.PhotoJpeg(330, 200);

        Assert.Equal(Encode(source).Image.Hash, Encode(source).Image.Hash);
        Assert.NotEqual(Encode(source).Image.Hash, Encode(source, new() { JpegQuality = 70 }).Image.Hash);
        Assert.Matches("^[0-9a-f]{32}$", Encode(source).Image.Hash);
    }

    [Fact]
    public void A_very_tall_image_does_without_webp()
    {
        using var tall = TestImages.Photo(100, 17_000);

        Assert.Equal([new Variant(100, 17_000, ImageFormat.Jpeg)], Encode(tall.JpegsaveBuffer()).Image.Variants);
    }

    private static void AssertLike(Image expected, ResizeResult.Encoded encoded) => Assert.All(encoded.Files, f =>
    {
        using var made = Likeness.Decode(f.Bytes);
        Assert.Equal((expected.Width, expected.Height), (encoded.Image.Width, encoded.Image.Height));
        Assert.InRange(Likeness.Distance(expected, made), 0, 3);
    });

    private static ResizeResult.Encoded Encode(byte[] source, ImageSettings? settings = null, bool socialCard = false) =>
        Assert.IsType<ResizeResult.Encoded>(ImageResizer.Resize(source, settings ?? new(), new FetchSettings(), socialCard));
}
