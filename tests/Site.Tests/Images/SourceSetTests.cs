using Blobpress.Site.Images;

namespace Blobpress.Site.Tests.Images;

public class SourceSetTests
{
    [Theory]
    [InlineData("a.png 1x, b.png 2x", "b.png")]
    [InlineData("a.png 320w,b.png 640w, c.png 480w", "b.png")]
    [InlineData("a.png", "a.png")]
    [InlineData("a.png, b.png 1.5x", "b.png")]
    [InlineData("https://a.example/w_300,h_200/x.jpg 300w, https://a.example/w_600,h_400/x.jpg 600w", "https://a.example/w_600,h_400/x.jpg")]
    [InlineData(" , ", null)]
    [InlineData("", null)]
    public void The_largest_candidate_is_taken(string srcset, string? expected) => Assert.Equal(expected, SourceSet.Largest(srcset));
}
