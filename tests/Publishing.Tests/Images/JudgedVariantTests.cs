using Blobpress.Local;
using Blobpress.Publishing.Images;
using Blobpress.Site.Images;
using Blobpress.Site.Images.Metadata;
using Blobpress.Site.Settings;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using Vips = NetVips;

namespace Blobpress.Publishing.Tests.Images;

/// <summary>Every variant, read back by a decoder of other hands than the encoder's, is what was planned and looks like its source.</summary>
public sealed class JudgedVariantTests
{
    // Of 255; both encoders lose some, and the two libraries shrink differently.
    private const double Mean = 2;
    private const double Largest = 8;

    public static TheoryData<string> Samples => [.. Directory.EnumerateFiles(ProjectFolder.Samples, "*.jp*g", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(ProjectFolder.Samples, file))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_photograph_from_a_camera(string sample)
    {
        var source = File.ReadAllBytes(Path.Combine(ProjectFolder.Samples, sample));
        AssertJudged(source, [ImageFormat.Webp, ImageFormat.Jpeg]);
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
    public void A_photograph_that_was_taken_turned_or_mirrored(int orientation)
    {
        using var photo = TestImages.Photo(700, 400);
        using var tagged = photo.Mutate(image => image.Set(Vips.GValue.GIntType, "orientation", orientation));
        AssertJudged(tagged.JpegsaveBuffer(q: 95), [ImageFormat.Webp, ImageFormat.Jpeg]);
    }

    [Fact]
    public void A_cut_out_keeps_what_shows_through()
    {
        using var photo = TestImages.Photo(700, 500);
        using var alpha = Vips.Image.Black(700, 500).Mutate(image => image.DrawCircle([255], 350, 250, 200, fill: true));
        using var half = alpha.Linear([0.5], [0]).Cast(Vips.Enums.BandFormat.Uchar);
        foreach (var mask in new[] { alpha, half })
        {
            using var cut = photo.Bandjoin(mask);
            var source = cut.PngsaveBuffer();
            using var original = Judge.Read(source);
            foreach (var (variant, made) in AssertJudged(source, [ImageFormat.Webp, ImageFormat.Png]))
            {
                Assert.Equal(0, made[variant.Width / 20, variant.Height / 20].A);
                Assert.InRange(made[variant.Width / 2, variant.Height / 2].A, original[350, 250].A - 2, original[350, 250].A + 2);
            }
        }
    }

    [Fact]
    public void A_drawing_without_loss()
    {
        var source = TestImages.DrawingPng(900, 500);
        using var drawing = Judge.Read(source);
        foreach (var (_, made) in AssertJudged(source, [ImageFormat.Webp, ImageFormat.Png]).Where(judged => judged.Variant.Width == 900))
        {
            Assert.Equal(Judge.Pixels(drawing), Judge.Pixels(made));
        }
    }

    [Fact]
    public void Grey_and_sixteen_bits_and_interlaced()
    {
        using var photo = TestImages.Photo(700, 500);
        using var grey = photo.Colourspace(Vips.Enums.Interpretation.Bw);
        using var deep = photo.Colourspace(Vips.Enums.Interpretation.Rgb16);
        AssertJudged(grey.JpegsaveBuffer(q: 95), [ImageFormat.Webp, ImageFormat.Jpeg]);
        AssertJudged(grey.PngsaveBuffer(), [ImageFormat.Webp, ImageFormat.Jpeg]);
        AssertJudged(deep.PngsaveBuffer(interlace: true, bitdepth: 16), [ImageFormat.Webp, ImageFormat.Jpeg]);
        AssertJudged(photo.JpegsaveBuffer(q: 95, interlace: true), [ImageFormat.Webp, ImageFormat.Jpeg]);
    }

    [Theory]
    [InlineData("p3")]
    [InlineData("cmyk")]
    public void Colours_of_another_profile_as_they_were_meant(string profile)
    {
        using var photo = TestImages.Photo(700, 500);
        using var other = photo.IccTransform(profile, inputProfile: "srgb");
        // The judge knows no profiles, so the source for it is what the profile means in sRGB.
        using var meant = other.IccTransform("srgb", inputProfile: profile);
        AssertJudged(other.JpegsaveBuffer(q: 95, keep: Vips.Enums.ForeignKeep.Icc), [ImageFormat.Webp, ImageFormat.Jpeg], meant.PngsaveBuffer());
    }

    [Fact]
    public void An_animation_with_all_its_frames() => AssertMoves(TestImages.Gif(700, 300, frames: 7), frames: 7, milliseconds: 70, loops: 3);

    [Fact]
    public void An_animation_that_shows_what_is_behind_it()
    {
        // A spot on nothing, further right in each frame.
        var frames = Enumerable.Range(0, 4).Select(frame => Vips.Image.Black(400, 200, bands: 4).Mutate(image => image.DrawRect([200, 40, 40, 255], 20 + (frame * 90), 50, 80, 100, fill: true)));
        using var tall = Vips.Image.Arrayjoin([.. frames], across: 1).Copy(interpretation: Vips.Enums.Interpretation.Srgb);
        using var animation = tall.Mutate(image =>
        {
            image.Set(Vips.GValue.GIntType, "page-height", 200);
            image.Set(Vips.GValue.ArrayIntType, "delay", new[] { 100, 100, 100, 100 });
        });
        AssertMoves(animation.GifsaveBuffer(), frames: 4, milliseconds: 100, loops: 0);
    }

    [Theory]
    [InlineData(640, 480)]
    [InlineData(1000, 3000)]
    [InlineData(4000, 700)]
    public void A_social_card(int width, int height)
    {
        var encoded = Encode(TestImages.PhotoJpeg(width, height), new(), socialCard: true);
        var file = Assert.Single(encoded.Files, file => file.Path.Blob.EndsWith("-card.jpg", StringComparison.Ordinal));
        using var card = Judge.Read(file.Bytes);
        Assert.Equal((1200, 630), (card.Width, card.Height));
        Assert.Equal("image/jpeg", Judge.Identify(file.Bytes).MediaType);
    }

    [Fact]
    public void A_file_beside_the_posts_has_the_same_pixels_without_its_metadata()
    {
        using var photo = TestImages.Photo(700, 500);
        using var tagged = photo.Mutate(image =>
        {
            image.Set(Vips.GValue.GStrType, "exif-ifd3-GPSLatitude", "35/1 41/1 22/1");
            image.Set(Vips.GValue.GIntType, "orientation", 6);
        });
        // Of what libvips writes the judge finds the orientation in JPEG alone: in PNG it is a text, in WebP it has a prefix.
        using var upright = tagged.Mutate(image => image.Set(Vips.GValue.GIntType, "orientation", 1));
        foreach (var source in new[] { tagged.JpegsaveBuffer(q: 90), upright.PngsaveBuffer(), upright.WebpsaveBuffer() })
        {
            var stripped = ImageMetadata.Strip(source);
            using var before = Judge.Read(source);
            using var after = Judge.Read(stripped);
            Assert.Equal(Judge.Pixels(before), Judge.Pixels(after));
            Assert.DoesNotContain(
                Judge.Identify(stripped).Metadata.ExifProfile?.Values ?? [],
                value => value.Tag == SixLabors.ImageSharp.Metadata.Profiles.Exif.ExifTag.GPSLatitude);
        }
    }

    private static void AssertMoves(byte[] source, int frames, int milliseconds, int loops)
    {
        using var original = Image.Load<Rgba32>(source);
        Assert.Equal(frames, original.Frames.Count);
        foreach (var (variant, file) in Files(source, new()))
        {
            using var first = original.Frames.CloneFrame(0);
            if (variant.Format != ImageFormat.Webp)
            {
                using var still = Judge.Read(file.Bytes);
                Assert.Equal((variant.Width, variant.Height), (still.Width, still.Height));
                Assert.Single(still.Frames);
                Assert.InRange(Judge.Difference(first, still).Largest, 0, Largest);
                continue;
            }

            var moving = AnimatedWebp.Read(file.Bytes);
            Assert.Equal(loops, moving.Loops);
            Assert.Equal(Enumerable.Repeat(milliseconds, frames), moving.Frames.Select(frame => frame.Milliseconds));
            foreach (var (frame, (shown, _)) in moving.Frames.Index())
            {
                using var meant = original.Frames.CloneFrame(frame);
                Assert.Equal((variant.Width, variant.Height), (shown.Width, shown.Height));
                Assert.InRange(Judge.Difference(meant, shown).Largest, 0, Largest);
            }
        }
    }

    // Size, media type, orientation and metadata of each file, and its likeness to the source.
    private static List<(Variant Variant, Image<Rgba32> Image)> AssertJudged(byte[] source, ImageFormat[] formats, byte[]? meant = null)
    {
        using var original = Judge.Read(meant ?? source);
        var judged = new List<(Variant, Image<Rgba32>)>();
        foreach (var (variant, file) in Files(source, new()))
        {
            var (mediaType, metadata) = Judge.Identify(file.Bytes);
            var made = Judge.Read(file.Bytes);
            Assert.Equal(file.ContentType, mediaType);
            Assert.Null(metadata.ExifProfile);
            Assert.Null(metadata.IccProfile);
            Assert.Null(metadata.IptcProfile);
            Assert.Null(metadata.XmpProfile);
            Assert.Equal((variant.Width, variant.Height), (made.Width, made.Height));
            Assert.InRange((double)variant.Width / variant.Height * original.Height / original.Width, 0.99, 1.01);
            var (mean, largest) = Judge.Difference(original, made);
            Assert.InRange(mean, 0, Mean);
            Assert.InRange(largest, 0, Largest);
            judged.Add((variant, made));
        }

        Assert.Equal(formats, judged.Select(one => one.Item1.Format).Distinct());
        Assert.Contains(judged, one => one.Item1.Width == Math.Min(original.Width, 1920));
        return judged;
    }

    private static IEnumerable<(Variant Variant, ImageFile File)> Files(byte[] source, ImageSettings settings)
    {
        var encoded = Encode(source, settings, socialCard: false);
        Assert.Equal(encoded.Image.Variants.Count, encoded.Files.Count);
        return encoded.Image.Variants.Zip(encoded.Files);
    }

    private static ResizeResult.Encoded Encode(byte[] source, ImageSettings settings, bool socialCard) =>
        Assert.IsType<ResizeResult.Encoded>(ImageResizer.Resize(source, settings, new FetchSettings(), socialCard));
}
