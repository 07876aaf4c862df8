using Blobpress.Publishing.Images;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;
using NetVips;

namespace Blobpress.Publishing.Tests.Images;

public class SharedImageTests
{
    private static readonly string[] RefusedFolders =
    [
        "avif/simple_osm", "heif/", "huge-dims/65536x65536", "huge-dims/lying", "jpeg-noEOI/", "mismatch-jpg-is-html/", "png-trunc-or-trailing/Speedball",
    ];

    public static TheoryData<string> Usable => Names(name => !IsRefused(name));

    public static TheoryData<string> Refused => Names(IsRefused);

    [Theory]
    [MemberData(nameof(Usable))]
    public void Comes_out_upright_at_its_size_and_looks_the_same(string name)
    {
        var source = SharedImages.Read(name);
        var encoded = Assert.IsType<ResizeResult.Encoded>(ImageResizer.Resize(source, new(), new FetchSettings()));
        using var expected = Reference(source);

        foreach (var (variant, file) in encoded.Image.Variants.Zip(encoded.Files).Where(v => v.First.Format != ImageFormat.Svg))
        {
            using var made = Likeness.Decode(file.Bytes);
            Assert.Equal((variant.Width, variant.Height), (made.Width, made.Height));
            if (expected is null)
                continue;
            Assert.Equal((expected.Width, expected.Height), (encoded.Image.Width, encoded.Image.Height));
            Assert.InRange(Likeness.Distance(expected, made), 0, 4);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Is_refused_with_a_reason(string name)
    {
        var result = ImageResizer.Resize(SharedImages.Read(name), new(), new FetchSettings());

        var reason = (result as ResizeResult.NotAnImage)?.Reason ?? Assert.IsType<ResizeResult.TooLarge>(result).Reason;
        Assert.NotEmpty(reason);
        Assert.DoesNotContain('\n', reason);
    }

    [Theory]
    [InlineData("jpeg-orient/landscape-exif-orientation-5.jpg", 400, 600, ImageFormat.Jpeg, false)]
    [InlineData("jpeg-orient/4.jpg", 308, 410, ImageFormat.Jpeg, false)]
    [InlineData("jpeg-cmyk/Channel_digital_image_CMYK_color.jpg", 500, 333, ImageFormat.Jpeg, false)]
    [InlineData("png-16bit/Flag_of_the_Netherlands-16bit.png", 900, 600, ImageFormat.Png, false)]
    [InlineData("png-rgba/composite-as-subset-of-monoid.png", 358, 358, ImageFormat.Png, false)]
    [InlineData("png-indexed/default-package-icon-256x256.png", 256, 256, ImageFormat.Png, false)]
    [InlineData("webp-animated/extend-equal-copy.webp", 200, 200, ImageFormat.Png, true)]
    [InlineData("mismatch-png-is-gif/image-2021-04-06.14.57.01.000.png", 640, 637, ImageFormat.Jpeg, true)]
    [InlineData("mismatch-gif-is-jpeg-or-png/ShoNuffFullSize.gif", 254, 266, ImageFormat.Jpeg, false)]
    [InlineData("bmp/installbanner.bmp", 493, 58, ImageFormat.Jpeg, false)]
    [InlineData("mismatch-is-bmp-ico/Default.rdp.png", 489, 328, ImageFormat.Jpeg, false)]
    [InlineData("ico/f1a6a8_favicon.ico", 32, 32, ImageFormat.Png, false)]
    [InlineData("svg/vite.svg", 77, 47, ImageFormat.Svg, false)]
    [InlineData("avif/sdr_cosmos12920_cicp1-13-6_yuv444_full_qp10.avif", 2048, 858, ImageFormat.Jpeg, false)]
    [InlineData("huge-dims/1_404.jpg", 8000, 4499, ImageFormat.Jpeg, false)]
    public void Is_known_for_what_it_is(string name, int width, int height, ImageFormat fallback, bool animated)
    {
        var image = Assert.IsType<ResizeResult.Encoded>(ImageResizer.Resize(SharedImages.Read(name), new(), new FetchSettings())).Image;

        Assert.Equal((width, height, fallback, animated), (image.Width, image.Height, image.Variants[^1].Format, image.Animated));
    }

    // An independent decode: whole, without shrinking on load, colours by libvips' own profiles.
    private static Image? Reference(byte[] source)
    {
        if (SourceTypes.Of(source) is SourceType.Bmp or SourceType.Ico or SourceType.Svg)
            return null;
        using var image = Image.NewFromBuffer(source);
        using var upright = image.Autorot();
        return upright.Interpretation == Enums.Interpretation.Cmyk || upright.Contains("icc-profile-data")
            ? upright.IccTransform("srgb", embedded: true, inputProfile: upright.Interpretation == Enums.Interpretation.Cmyk ? "cmyk" : "srgb")
            : upright.CopyMemory();
    }

    private static bool IsRefused(string name) => Array.Exists(RefusedFolders, folder => name.StartsWith(folder, StringComparison.Ordinal));

    private static TheoryData<string> Names(Func<string, bool> chosen)
    {
        var names = SharedImages.Names.Where(chosen).ToList();
        return names.Count > 0 ? [.. names] : ["any image"];
    }
}
