using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Posts;

public class SourceNameTests
{
    [Theory]
    [InlineData("a.md")]
    [InlineData("2022/01/文件，说明.md")]
    [InlineData("a b/c%2Fd?#&+'.md")]
    [InlineData(" a ")]
    [InlineData("a//b.png")]
    [InlineData("👩‍👩‍👧.md")]
    [InlineData("e\u0301\ufffd\ue000.md")]
    [InlineData(".hidden/_x")]
    public void Most_names_will_do(string name) => Assert.Null(SourceName.Problem(name));

    [Theory]
    [InlineData("", "no name")]
    [InlineData("Icon\r", "control character")]
    [InlineData("a\0.md", "control character")]
    [InlineData("a\u0085.md", "control character")]
    [InlineData("a\ufffe.md", "no text may hold")]
    [InlineData("a\ufdd0.md", "no text may hold")]
    [InlineData("a\U0001ffff.md", "no text may hold")]
    [InlineData("a\\b.md", "backslash")]
    [InlineData("h\\..\\x.md", "backslash")]
    [InlineData("/a.md", "slash")]
    [InlineData("a/", "slash")]
    [InlineData("a/../b.md", "dot")]
    [InlineData("./a.md", "dot")]
    [InlineData("a./b.md", "dot")]
    [InlineData("a.", "dot")]
    [InlineData("..", "dot")]
    public void What_storage_would_change_is_named(string name, string said) => Assert.Contains(said, SourceName.Problem(name), StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_none() => Assert.NotNull(SourceName.Problem("a\ud83d.md"));

    [Fact]
    public void Length_and_depth_have_bounds()
    {
        Assert.Null(SourceName.Problem(new string('x', 1024)));
        Assert.Contains("1024", SourceName.Problem(new string('x', 1025)), StringComparison.Ordinal);
        Assert.Null(SourceName.Problem(string.Join('/', Enumerable.Repeat("a", 254))));
        Assert.Contains("253", SourceName.Problem(string.Join('/', Enumerable.Repeat("a", 255))), StringComparison.Ordinal);
    }
}
