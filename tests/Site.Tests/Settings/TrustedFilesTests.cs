using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Settings;

public class TrustedFilesTests
{
    [Theory]
    [InlineData("*.css", "a.css", true)]
    [InlineData("*.css", "x/y/a.css", true)]
    [InlineData("*.css", "a.css.js", false)]
    [InlineData("/a.js", "a.js", true)]
    [InlineData("/a.js", "x/a.js", false)]
    [InlineData("a.js", "x/a.js", true)]
    [InlineData("x/*.js", "x/a.js", true)]
    [InlineData("x/*.js", "x/y/a.js", false)]
    [InlineData("x/*.js", "z/x/a.js", false)]
    [InlineData("x/**", "x/y/a.js", true)]
    [InlineData("x/", "x/y/a.js", true)]
    [InlineData("**/lib/*.js", "lib/a.js", true)]
    [InlineData("**/lib/*.js", "x/y/lib/a.js", true)]
    [InlineData("a?.js", "ab.js", true)]
    [InlineData("a?.js", "a/.js", false)]
    [InlineData("a.js", "axjs", false)]
    [InlineData("A.js", "a.js", false)]
    [InlineData("(a|b)+[c].js", "(a|b)+[c].js", true)]
    public void Patterns_are_those_of_file_names(string pattern, string name, bool holds) => Assert.Equal(holds, new TrustedFiles([pattern]).Holds(name));

    [Fact]
    public void Any_patterns_are_held_against_any_name_in_no_time()
    {
        var patterns = Enumerable.Range(0, 100).Select(at => string.Concat(Enumerable.Repeat("*a", 60)) + "**/?" + at);
        Assert.False(new TrustedFiles(patterns).Holds(new string('a', 1024)));
    }

    [Fact]
    public void Without_patterns_nothing_is_trusted() => Assert.False(TrustedFiles.None.Holds("a.js"));
}
