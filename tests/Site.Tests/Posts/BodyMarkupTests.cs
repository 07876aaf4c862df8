using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Posts;

public class BodyMarkupTests
{
    [Theory]
    [InlineData("<div>   \n<p>Text</p>\n\n    <p>No code</p>\n</div>\n            ")]
    [InlineData("<p>One</p>\n\n<p>Two</p>")]
    [InlineData("<!-- note -->\n<DIV><div>in</div>\nout</DIV>\n<br>\n</div>")]
    [InlineData("<div><p>cut off by a feed")]
    [InlineData("<div>\n<pre>\n\n# a comment in a shell\n</pre></div>")]
    [InlineData("<!DOCTYPE html>\n<html><body>x</body></html>")]
    [InlineData("<table><tr><td>1</td></tr></table>\n<img src=a.png>")]
    public void A_body_that_elements_enclose_is_html(string body) => Assert.Equal(BodyFormat.Html, BodyMarkup.Of(body, false));

    [Theory]
    [InlineData("")]
    [InlineData("Text <div>x</div>")]
    [InlineData("<p align=center>Logo</p>\n\n# Heading\n")]
    [InlineData("<p>An open paragraph\n\nMarkdown")]
    [InlineData("<div class=note>\n\n## Markdown within\n\n</div>")]
    [InlineData("<div>\n\n```\ncode\n```\n</div>")]
    [InlineData("<img src=a.png>\n\nText")]
    [InlineData("<https://example.org>")]
    [InlineData("<div>a</div>\nText with **stars**")]
    public void Other_bodies_are_markdown(string body) => Assert.Equal(BodyFormat.Markdown, BodyMarkup.Of(body, false));

    [Fact]
    public void An_html_file_is_html() => Assert.Equal(BodyFormat.Html, Sample.Post("---\ntitle: A\n---\nText", "2022-01-29-x.html").Body.Format);
}
