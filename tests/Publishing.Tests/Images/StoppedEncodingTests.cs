using Blobpress.Publishing.Images;
using Blobpress.Site.Settings;
using NetVips;

namespace Blobpress.Publishing.Tests.Images;

public class StoppedEncodingTests
{
    [Fact]
    public void What_is_stopped_before_it_begins_is_not_begun() => Assert.IsType<ResizeResult.TooSlow>(
        ImageResizer.ResizeUntil(TestImages.PhotoJpeg(400, 300), new(), new(), false, new CancellationToken(canceled: true)));

    [Fact]
    public void What_is_stopped_in_the_midst_is_given_up()
    {
        // Lossless WebP of noise: minutes of work, in one call of one codec.
        using var drawing = TestImages.Photo(1000, 700).Resize(5, kernel: Enums.Kernel.Nearest);
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(TimeSpan.FromMilliseconds(200));

        var result = ImageResizer.ResizeUntil(drawing.PngsaveBuffer(compression: 1), new() { Widths = [5000] }, new(), false, stop.Token);

        Assert.Equal("takes longer than 30 s to decode and encode", Assert.IsType<ResizeResult.TooSlow>(result).Reason);
    }

    /// <summary>What the resizer relies on: libvips looks at the flag again and again, and nothing works on once it has.</summary>
    [Fact]
    public void A_killed_image_is_worked_on_no_further()
    {
        using var photo = TestImages.Photo(3000, 3000);
        using var lazy = Image.NewFromBuffer(photo.PngsaveBuffer(compression: 1), access: Enums.Access.Sequential).Gaussblur(2);
        var done = 0;
        var counting = new Counting(percent =>
        {
            done = percent;
            if (percent >= 10)
                lazy.SetKill(true);
        });
        lazy.SetProgress(counting, TestContext.Current.CancellationToken);

        Assert.Throws<VipsException>(() => lazy.CopyMemory());

        Assert.InRange(done, 10, 50);
    }

    [Fact]
    public async Task The_time_for_an_image_begins_when_it_has_a_place_and_ends_as_set()
    {
        using var places = new EncodingPlaces(1);
        using var drawing = TestImages.Photo(1000, 700).Resize(5, kernel: Enums.Kernel.Nearest);
        var limits = new FetchSettings { DecodeTimeout = TimeSpan.FromMilliseconds(200) };

        var slow = await places.EncodeAsync(drawing.PngsaveBuffer(compression: 1), new() { Widths = [5000] }, limits, false, TestContext.Current.CancellationToken);
        var next = await places.EncodeAsync(TestImages.Pixel, new(), new(), false, TestContext.Current.CancellationToken);

        Assert.Equal("takes longer than 0.2 s to decode and encode", Assert.IsType<ResizeResult.TooSlow>(slow).Reason);
        Assert.IsType<ResizeResult.Encoded>(next);
    }

    // Progress<T> reports on other threads, later.
    private sealed class Counting(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
