using System.IO.Compression;
using System.Text;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Tests.Sites;

public class FilesThatRunTests
{
    private const string Text = "text/plain; charset=utf-8";
    private const string Drawing = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script><rect width='9'/></svg>";
    private const string Xhtml = "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>";

    /// <summary>Drawings that hold a script, however it is hidden.</summary>
    public static TheoryData<string, byte[]> Drawings => new()
    {
        { "comment", Utf8($"<!--{new string('a', 5000)}-->{Drawing}") },
        { "blanks", Utf8(new string('\n', 9000) + Drawing) },
        { "instruction", Utf8($"<?x {new string('a', 9000)}?>{Drawing}") },
        { "doctype", Utf8($"<!DOCTYPE svg [<!-- {new string('a', 9000)} -->]>{Drawing}") },
        { "mark", [0xEF, 0xBB, 0xBF, .. Utf8(Drawing)] },
        { "utf-16 little", Encoding.Unicode.GetBytes($"<?xml version='1.0' encoding='UTF-16'?>{Drawing}") },
        { "utf-16 little, undeclared", Encoding.Unicode.GetBytes(Drawing) },
        { "utf-16 big", Encoding.BigEndianUnicode.GetBytes($"<?xml version='1.0' encoding='UTF-16'?>{Drawing}") },
        { "utf-16 with mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Drawing)] },
        { "utf-32 little", Encoding.UTF32.GetBytes($"<?xml version='1.0' encoding='UTF-32'?>{Drawing}") },
        { "utf-32 big", new UTF32Encoding(bigEndian: true, byteOrderMark: true).GetBytes(Drawing) },
        { "utf-32 with mark", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Drawing)] },
        { "utf-7", Encoding.ASCII.GetBytes("<?xml version='1.0' encoding='utf-7'?>+ADw-svg xmlns='http://www.w3.org/2000/svg'+AD4APA-script+AD4-alert(1)+ADw-/script+AD4APA-/svg+AD4-") },
        { "shift_jis", Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='shift_jis'?>{Drawing}") },
        { "iso-8859-1", Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='iso-8859-1'?>{Drawing}") },
        { "ebcdic", Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='ibm037'?>{Drawing}") },
        { "style sheet", Utf8($"<?xml-stylesheet type='text/xsl' href='t.xml'?>{Drawing}") },
        { "xhtml", Utf8(Xhtml) },
        { "unknown root", Utf8("<x><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script></x>") },
        { "svg of xhtml", Utf8("<svg xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></svg>") },
        { "prefix", Utf8("<s:svg xmlns:s='http://www.w3.org/2000/svg' xmlns:h='http://www.w3.org/1999/xhtml'><h:script>alert(1)</h:script></s:svg>") },
        { "handler", Utf8("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") },
        { "entity", Utf8("<!DOCTYPE svg [<!ENTITY s '<script>alert(1)</script>'>]><svg xmlns='http://www.w3.org/2000/svg'>&s;</svg>") },
        { "attribute default", Utf8("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg xmlns='http://www.w3.org/2000/svg'/>") },
        { "html", Utf8("<!doctype html><script>alert(1)</script>") },
        { "gzip", Compressed(Drawing) },
        { "text", Utf8("alert(1)") },
        { "nothing", [] },
        { "zeros", [0, 0, 0, 0, .. Utf8(Drawing)] },
    };

    [Theory]
    [MemberData(nameof(Drawings))]
    public async Task A_drawing_is_cleaned_or_refused(string kind, byte[] bytes)
    {
        var site = await SmallSite.CreateAsync();
        foreach (var name in new[] { "a.svg", "b.SVG" })
        {
            var report = await site.UploadAsync(name, bytes);
            if (site.File(name) is not { } file)
            {
                Assert.Equal((kind, PublishOutcome.Rejected), (kind, report.Outcome));
                Assert.NotEmpty(report.Reasons);
                continue;
            }

            Assert.Equal("image/svg+xml", file.ContentType);
            Assert.StartsWith("<svg ", Encoding.UTF8.GetString(file.Content.Span), StringComparison.Ordinal);
            Assert.DoesNotContain("alert", Encoding.UTF8.GetString(file.Content.Span), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(".xml .xhtml .xht .xsl .xslt .mht .mhtml .js .mjs .cjs .css .atom .rss .rdf .mathml .kml .xsd .dtd .xul", Text)]
    [InlineData(".txt .log .py .yml", Text)]
    [InlineData(".wasm .exe .unknown .svg\u00a0 .html5", "application/octet-stream")]
    [InlineData(".json", "application/json")]
    [InlineData(".webmanifest", "application/manifest+json")]
    [InlineData(".pdf", "application/pdf")]
    [InlineData(".jpg .JPEG", "image/jpeg")]
    [InlineData(".htc .hta .svgz .swf .php .phtml .asp .aspx .jsp .cgi .shtml .appcache .eml .url", null)]
    public async Task What_a_browser_would_run_goes_out_as_text_or_not_at_all(string extensions, string? type)
    {
        var site = await SmallSite.CreateAsync();
        foreach (var extension in extensions.Split(' ').SelectMany(each => new[] { each, each.ToUpperInvariant() }))
        {
            foreach (var content in new[] { Xhtml, Drawing, "<?xml-stylesheet type='text/xsl' href='t.xml'?><a/>", "alert(1)" })
            {
                var report = await site.UploadAsync("a" + extension, content);

                Assert.Equal((extension, type), (extension, site.File("a" + extension)?.ContentType));
                Assert.Equal(type is null ? PublishOutcome.Rejected : PublishOutcome.Published, report.Outcome);
            }
        }
    }

    [Fact]
    public async Task What_the_owner_trusts_goes_out_as_what_it_is()
    {
        var site = await SmallSite.CreateAsync();
        foreach (var name in new[] { "a.js", "lib/b.js", "lib/c.css", "d.wasm", "e.svg", "f.xml", "g.swf", "h.php" })
        {
            await site.UploadAsync(name, Drawing);
        }

        await site.SweepAsync();
        Assert.Equal(Text, site.File("lib/b.js")?.ContentType);

        await site.UploadAsync("site.yml", "trusted_files: [lib/**, '*.wasm', /e.svg, g.swf, h.php]\n");
        await site.SweepAsync();

        Assert.Equal(Text, site.File("a.js")?.ContentType);
        Assert.Equal("text/javascript; charset=utf-8", site.File("lib/b.js")?.ContentType);
        Assert.Equal("text/css; charset=utf-8", site.File("lib/c.css")?.ContentType);
        Assert.Equal("application/wasm", site.File("d.wasm")?.ContentType);
        Assert.Equal(Drawing, Encoding.UTF8.GetString(site.File("e.svg")!.Content.Span));
        Assert.Equal("application/octet-stream", site.File("g.swf")?.ContentType);
        Assert.Null(site.File("h.php"));

        await site.UploadAsync("site.yml", "title: T\n");
        await site.SweepAsync();
        Assert.Equal(Text, site.File("lib/b.js")?.ContentType);
        Assert.DoesNotContain("alert", Encoding.UTF8.GetString(site.File("e.svg")!.Content.Span), StringComparison.Ordinal);
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    [Fact]
    public async Task A_program_does_not_take_the_page_of_its_name()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("a.md", "---\ndate: 2022-01-01\npermalink: /old.php\n---\nText.\n");
        await site.UploadAsync("old.php", "<?php ?>");
        Assert.Contains("text/html", site.File("old.php")?.ContentType, StringComparison.Ordinal);

        await site.RemoveAsync("old.php");
        Assert.Contains("text/html", site.File("old.php")?.ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_does_not_take_the_page_of_a_post()
    {
        var site = await SmallSite.CreateAsync();
        await site.SweepAsync();
        await site.UploadAsync("a.md", "---\ndate: 2022-01-01\npermalink: /old.html\nalias: /older.html\n---\nText.\n");
        await site.ListAsync();
        site.Put("old.html/x.txt", "x");

        await site.SweepAsync();

        Assert.Contains("text/html", site.File("old.html")?.ContentType, StringComparison.Ordinal);
        Assert.Equal(Text, site.File("old.html/x.txt")?.ContentType);
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    [Fact]
    public async Task A_theme_whose_icon_can_t_be_made_safe_is_refused()
    {
        var site = await SmallSite.CreateAsync();

        Assert.Equal(PublishOutcome.Rejected, (await site.UploadAsync("theme/favicon.svg", Xhtml)).Outcome);
        Assert.Equal(PublishOutcome.Published, (await site.UploadAsync("theme/favicon.svg", Drawing)).Outcome);
        Assert.DoesNotContain("alert(1)", site.Files(), StringComparison.Ordinal);
        Assert.All(site.Texts("theme/"), text => Assert.DoesNotContain("alert(1)", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_file_of_a_site_is_of_a_listed_type()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("a.md", "---\ndate: 2022-01-01\ntags: [x]\nalias: /b/\n---\nText.\n");
        await site.UploadAsync("a.odd", "x");
        await site.SweepAsync();

        Assert.All(site.Types, type => Assert.True(MediaTypes.IsAllowed(type!), type));
        Assert.Contains("application/atom+xml; charset=utf-8", site.Types);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Compressed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Utf8(text));
        }

        return packed.ToArray();
    }
}
