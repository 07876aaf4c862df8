using Blobpress.Local.Options;

namespace Blobpress.Local.Tests.Options;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Publishes_the_samples_and_keeps_running_by_default()
    {
        var options = await ParseAsync();
        Assert.Equivalent(new LocalOptions(), options);
        Assert.Null(options.Posts);
        Assert.Equal(8080, options.Port);
    }

    [Fact]
    public async Task Reads_every_option()
    {
        using var folder = new TemporaryFolder();
        var options = await ParseAsync(
            "--posts", folder.Path, "--once", "--export", "out", "--report", "r.json", "--storage", "UseDevelopmentStorage=true",
            "--data", folder.Of("data"), "--port", "9000", "--connect-to", "a.example:80=127.0.0.1:1", "--connect-to", "b.example:80=[::1]:2");

        Assert.Equal(folder.Path, options.Posts);
        Assert.True(options.Once);
        Assert.Equal(Path.GetFullPath("out"), options.Export);
        Assert.Equal(Path.GetFullPath("r.json"), options.Report);
        Assert.Equal("UseDevelopmentStorage=true", options.Storage);
        Assert.Equal(folder.Of("data"), options.Data);
        Assert.Equal(9000, options.Port);
        Assert.Equal(["a.example", "b.example"], options.ConnectTo.Select(to => to.Host));
    }

    [Theory]
    [InlineData("--port eighty", "--port eighty: expected a number from 0 to 65535. See --help.")]
    [InlineData("--port 65536", "--port 65536: expected a number from 0 to 65535. See --help.")]
    [InlineData("--posts /no/such/folder", "--posts /no/such/folder: there is no such folder.")]
    [InlineData("--connect-to example", "--connect-to example: expected HOST:PORT=ADDRESS:PORT, such as img.example:80=127.0.0.1:9000. See --help.")]
    [InlineData("--bogus", "Unrecognized command or argument '--bogus'. See --help.")]
    public async Task Says_in_one_sentence_what_is_wrong(string arguments, string sentence)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && arguments.Contains("/no", StringComparison.Ordinal), "Paths look different on Windows.");
        using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(arguments.Split(' '), _ => throw new InvalidOperationException("must not run"), errors);
        Assert.Equal(2, code);
        Assert.Equal(sentence, errors.ToString().TrimEnd());
    }

    [Fact]
    public async Task Refuses_to_export_over_the_posts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("posts/a.md", "A");
        using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(
            ["--posts", folder.Of("posts"), "--export", folder.Path], _ => throw new InvalidOperationException("must not run"), errors);
        Assert.Equal(2, code);
        Assert.Contains("the posts lie in there", errors.ToString(), StringComparison.Ordinal);
    }

    private static async Task<LocalOptions> ParseAsync(params string[] arguments)
    {
        LocalOptions? parsed = null;
        var code = await CommandLine.RunAsync(arguments, options => { parsed = options; return Task.FromResult(0); }, TextWriter.Null);
        Assert.Equal(0, code);
        return parsed!;
    }
}
