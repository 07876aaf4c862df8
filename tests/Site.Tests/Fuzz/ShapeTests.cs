using System.Text;
using Blobpress.Fuzz;
using Blobpress.Fuzz.Shapes;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Fuzz;

/// <summary>
/// What a post of any shape takes grows as its length does. The command <c>shapes</c> of the benchmarks tries the same with the
/// sizes that posts may have.
/// </summary>
public sealed class ShapeTests
{
    private const int Bytes = 32 * 1024;

    // Sixteen times what 32 KB take where 1 MB takes two seconds: only what is beyond is looked at twice.
    private static readonly TimeSpan Suspicious = TimeSpan.FromSeconds(1);

    // Eight times the bytes take eight times as long, and 64 times where work grows with the square.
    private const int MaxRatio = 24;

    public static TheoryData<string> Groups => [.. AllShapes.Posts.Select(shape => shape.Name[..shape.Name.IndexOf(':', StringComparison.Ordinal)]).Distinct()];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Work_is_linear(string group)
    {
        var settings = new SiteSettings();
        Assert.True(AllShapes.Posts.Count >= 150);
        foreach (var shape in AllShapes.Posts.Where(shape => shape.Name.StartsWith(group + ":", StringComparison.Ordinal)))
        {
            var whole = Take(shape, Bytes, settings);
            for (var trial = 0; trial < 3 && whole > Suspicious; trial++)
            {
                var part = Take(shape, Bytes / 8, settings);
                whole = Take(shape, Bytes, settings);
                if (whole < part * MaxRatio)
                    break;
                Assert.True(trial < 2, $"{shape.Name}: {part} for {Bytes / 8} bytes, {whole} for {Bytes}.");
            }
        }
    }

    private static TimeSpan Take(Shape shape, int bytes, SiteSettings settings)
    {
        var text = Encoding.UTF8.GetBytes(shape.Of(bytes));
        return ThreadTime.Of(() => PostPipeline.RunToTheEnd(shape.File, text, settings));
    }
}
