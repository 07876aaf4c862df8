using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Posts;

public class ExcerptTests
{
    [Theory]
    [InlineData("Short  and\n sweet ", 20, "Short and sweet")]
    [InlineData("One two three four", 11, "One two…")]
    [InlineData("One two three four", 8, "One two…")]
    [InlineData("One, two", 6, "One…")]
    [InlineData("一二三四五六七", 5, "一二三四…")]
    [InlineData("今天，天气很好", 4, "今天…")]
    [InlineData("Incomprehensibilities", 10, "Incompreh…")]
    [InlineData("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧…")]
    [InlineData("", 5, "")]
    [InlineData("abc", 1, "…")]
    public void Text_is_cut_between_words(string text, int most, string excerpt) => Assert.Equal(excerpt, Excerpt.Of(text, most));

    [Fact]
    public void Two_hundred_characters_are_the_default() => Assert.Equal(200, Excerpt.Of(new string('字', 300)).Length);
}
