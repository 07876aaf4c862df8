using Blobpress.Site.Images;

namespace Blobpress.Site.Tests.Images;

public class VariantPlanTests
{
    [Theory]
    [InlineData(4000, "320 640 960 1280 1920")]
    [InlineData(1920, "320 640 960 1280 1920")]
    [InlineData(1900, "320 640 960 1280 1900")]
    [InlineData(1500, "320 640 960 1500")]
    [InlineData(1280, "320 640 960 1280")]
    [InlineData(1000, "320 640 1000")]
    [InlineData(700, "320 700")]
    [InlineData(330, "330")]
    [InlineData(320, "320")]
    [InlineData(16, "16")]
    public void Widths_are_never_above_the_images_own_and_never_near_each_other(int width, string widths) =>
        Assert.Equal(widths, string.Join(' ', VariantPlan.Widths(width, [320, 640, 960, 1280, 1920])));

    [Fact]
    public void Formats_come_best_first_and_widths_ascend_within_each() => Assert.Equal(
        [
            new(320, 183, ImageFormat.Webp), new(700, 400, ImageFormat.Webp),
            new(320, 183, ImageFormat.Jpeg), new(700, 400, ImageFormat.Jpeg),
        ],
        VariantPlan.Of(700, 400, [ImageFormat.Webp, ImageFormat.Jpeg], new()));

    [Fact]
    public void A_format_that_cannot_be_as_tall_is_left_out() =>
        Assert.Equal([new Variant(300, 20_000, ImageFormat.Jpeg)], VariantPlan.Of(300, 20_000, [ImageFormat.Webp, ImageFormat.Jpeg], new()));

    [Fact]
    public void A_sliver_keeps_at_least_one_pixel_of_height() =>
        Assert.All(VariantPlan.Of(5000, 1, [ImageFormat.Png], new()), v => Assert.Equal(1, v.Height));
}
