namespace Blobpress.Site.Tests.Posts;

public class CategoryBoundTests
{
    [Fact]
    public void Categories_are_counted_with_those_around_them()
    {
        var deep = string.Join(", ", Enumerable.Range(0, 30).Select(path => $"[{string.Join(", ", Enumerable.Range(0, 10).Select(level => $"c{path}l{level}"))}]"));

        var post = Sample.WithFront($"categories: [{deep}]");

        Assert.Equal(10, post.Categories.Count);
        Assert.Contains("cut off after its first 10", Assert.Single(post.Notes).Message);
    }

    [Fact]
    public void Names_count_as_much_as_their_slugs()
    {
        var names = string.Join(", ", Enumerable.Range(0, 40).Select(level => $"'{level}{new string('!', 80)}'"));

        var post = Sample.WithFront($"categories: [{names}]");

        Assert.InRange(Assert.Single(post.Categories).Count, 1, 6);
        Assert.Contains("was cut off after", Assert.Single(post.Notes).Message);
    }
}
