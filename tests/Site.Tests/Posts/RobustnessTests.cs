using System.Text;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Posts;

public class RobustnessTests(ITestOutputHelper output)
{
    private const int Rounds = 4_000;

    private static readonly string[] Examples =
    [
        "\n---\ntitle: 'A: b'\ncategories: \n - [a, \"b\\n\"]\n - c\ndate: Sat, 29 Jan 2022 23:57:28 GMT\nthumbnail: {image: 'https://a.example/b.jpg'}\n---\n\n<div>\n<p>Text</p>\n</div>\n",
        "+++\ntitle = \"A\"\ndate = 2017-02-14T09:29:00Z\ntags = [\"a\", 'b']\n[cover]\nimage = '''x'''\n[[a]]\nb = {c = 1}\n+++\n# Heading\n```\ncode\n```\n",
        "title: &a \"\"'x'\"\"\ntags:\n\t- *a\n\t- @b\npermalink: /:year/:title/\naliases: [/x/../y, //h/z, '%41']\nsticky: |\n  12\n---\n<p>A</p>\n<!-- more -->\n<pre>",
    ];

    private static readonly string[] Pieces =
    [
        "---\n", "+++\n", "\n", "\t", ": ", "\"", "'", "[", "]", "{", "}", "&x ", "*x", "- ", "| ", "!", "%", "#", "\u0001", "\uFEFF", "\\ud800", "\\x", "<", "</", ">", "<div>", "日", "👩‍👧", "?", "..", "/", ",", "\r", "9999-99-99", "=",
    ];

    [Fact]
    public void Parsing_never_throws()
    {
        var seed = 20_240_506;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Mutate(Examples[random.Next(Examples.Length)], random);
            Check(bytes);
        }
    }

    [Theory]
    [InlineData("---\na: ", "[", 60_000)]
    [InlineData("---\n", "- ", 30_000)]
    [InlineData("---\na:\n", "? ", 30_000)]
    [InlineData("+++\na = ", "[", 60_000)]
    [InlineData("", "<h1>", 500_000)]
    [InlineData("", "\n", 1_000_000)]
    [InlineData("", "<div>", 500_000)]
    [InlineData("", "\n\n```", 500_000)]
    [InlineData("", "<p></p>", 300_000)]
    [InlineData("---\n", "a: {b: @\n", 7_000)]
    public void Deep_or_endless_input_is_answered_soon(string start, string piece, int times)
    {
        var text = start + string.Concat(Enumerable.Repeat(piece, times));
        Check(Encoding.UTF8.GetBytes(text + "\n---\n"));
        Check(Encoding.UTF8.GetBytes(text + "\n+++\n"));
    }

    private static byte[] Mutate(string example, Random random)
    {
        var text = new StringBuilder(example);
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            if (random.Next(3) == 0) text.Remove(at, random.Next(1, Math.Min(8, text.Length - at + 1)));
            else text.Insert(at, Pieces[random.Next(Pieces.Length)]);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (bytes.Length > 0 && random.Next(10) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static void Check(byte[] bytes)
    {
        try
        {
            var result = PostParser.Parse("2022-01-29-a.md", bytes, Sample.Uploaded, Sample.Shanghai);
            if (result is ParseResult.Rejected { Reasons: var reasons }) Assert.All(reasons, reason => Assert.True(reason.Line > 0 && reason.Column > 0));
            SiteYaml.Parse(bytes);
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{fault}\non {Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 1000)))}");
        }
    }
}
