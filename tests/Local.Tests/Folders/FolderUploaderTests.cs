using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Local.Folders;
using Blobpress.Local.Tests.Azurite;

namespace Blobpress.Local.Tests.Folders;

public sealed class FolderUploaderTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _folder = new();

    private BlobContainerClient _posts = null!;

    private FolderUploader _uploader = null!;

    public async ValueTask InitializeAsync()
    {
        _posts = await azurite.NewContainerAsync();
        _uploader = NewUploader();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Uploads_subfolders_and_assets_and_then_only_what_changes()
    {
        _folder.Write("a.md", "A");
        _folder.Write("trips/2022/b.md", "B");
        _folder.Write("trips/2022/map.png", "");
        Assert.Equal(["a.md", "trips/2022/b.md", "trips/2022/map.png"], await ChangedAsync());
        Assert.Empty(await ChangedAsync());

        _folder.Write("a.md", "A, edited");
        Assert.Equal(["a.md"], await ChangedAsync());
        Assert.Equal("a.md: A, edited\ntrips/2022/b.md: B\ntrips/2022/map.png: ", await StoredAsync());
    }

    [Fact]
    public async Task Touching_a_file_changes_nothing()
    {
        _folder.Write("a.md", "A");
        await ChangedAsync();
        File.SetLastWriteTimeUtc(_folder.Of("a.md"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Empty(await ChangedAsync());
    }

    [Fact]
    public async Task A_later_run_finds_out_what_happened_in_between()
    {
        _folder.Write("same.md", "Same");
        _folder.Write("edited.md", "One");
        _folder.Write("deleted.md", "Gone");
        await ChangedAsync();
        _folder.Write("edited.md", "Two");
        File.Delete(_folder.Of("deleted.md"));

        _uploader = NewUploader();
        Assert.Equal(["deleted.md", "edited.md"], await ChangedAsync());
        Assert.Equal("edited.md: Two\nsame.md: Same", await StoredAsync());
    }

    [Fact]
    public async Task A_rename_is_a_removal_and_an_upload()
    {
        _folder.Write("old.md", "A");
        await ChangedAsync();
        File.Move(_folder.Of("old.md"), _folder.Of("new.md"));
        Assert.Equal(["new.md", "old.md"], await ChangedAsync());
        Assert.Equal("new.md: A", await StoredAsync());
    }

    [Fact]
    public async Task An_atomic_save_is_an_edit()
    {
        _folder.Write("a.md", "One");
        await ChangedAsync();
        _folder.Write(".a.md.swp", "Two");
        File.Move(_folder.Of(".a.md.swp"), _folder.Of("a.md"), overwrite: true);
        Assert.Equal(["a.md"], await ChangedAsync());
        Assert.Equal("a.md: Two", await StoredAsync());
    }

    [Fact]
    public async Task A_deleted_folder_takes_its_files_along()
    {
        _folder.Write("trip/a.md", "A");
        _folder.Write("trip/b.md", "B");
        _folder.Write("c.md", "C");
        await ChangedAsync();
        Directory.Delete(_folder.Of("trip"), recursive: true);
        Assert.Equal(["trip/a.md", "trip/b.md"], await ChangedAsync());
        Assert.Equal("c.md: C", await StoredAsync());
    }

    [Fact]
    public async Task Leaves_alone_what_another_tool_put_there()
    {
        await PutAsync("theirs.md", "Theirs");
        _folder.Write("a.md", "A");
        Assert.Equal(["a.md"], await ChangedAsync());
        _uploader = NewUploader();
        Assert.Empty(await ChangedAsync());
        Assert.Equal("a.md: A\ntheirs.md: Theirs", await StoredAsync());
    }

    [Fact]
    public async Task Leaves_alone_what_another_tool_wrote_over_a_file_that_then_goes()
    {
        _folder.Write("a.md", "A");
        await ChangedAsync();
        await PutAsync("a.md", "Theirs");
        File.Delete(_folder.Of("a.md"));
        Assert.Empty(await ChangedAsync());
        Assert.Equal("a.md: Theirs", await StoredAsync());
    }

    [Fact]
    public async Task Where_both_have_a_file_the_folder_counts_and_takes_it_away_later()
    {
        await PutAsync("a.md", "A");
        _folder.Write("a.md", "A");
        Assert.Equal(["a.md"], await ChangedAsync());
        File.Delete(_folder.Of("a.md"));
        Assert.Equal(["a.md"], await ChangedAsync());
        Assert.Equal("", await StoredAsync());
    }

    [Fact]
    public async Task Leaves_out_what_belongs_to_tools()
    {
        foreach (var name in new[]
        {
            ".git/config", ".hidden.md", "node_modules/x/readme.md", "trip/node_modules/y.md", "_site/index.html", "public/index.html",
            "data/storage/x.json", "a.md~", "#a.md#", "4913", "b.md.tmp", "Thumbs.db",
        })
        {
            _folder.Write(name, "no");
        }

        _folder.Write("a.md", "A");
        _folder.Write("trip/public/b.md", "B");
        Assert.Equal(["a.md", "trip/public/b.md"], await ChangedAsync());
    }

    [Fact]
    public async Task Follows_no_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege on Windows.");
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("secret.md", "Secret");
        _folder.Write("a.md", "A");
        Directory.CreateSymbolicLink(_folder.Of("folder"), elsewhere.Path);
        File.CreateSymbolicLink(_folder.Of("link.md"), elsewhere.Of("secret.md"));
        var change = await _uploader.UploadAsync(Cancel);
        Assert.Equal(["a.md"], change.Changed);
        Assert.Equal(["folder", "link.md"], change.Refused.Keys.Order(StringComparer.Ordinal));
        Assert.All(change.Refused.Values, sentence => Assert.Contains("link", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_that_no_blob_can_have_are_refused_and_all_else_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        string[] bad = ["a\tb.md", "back\\slash.md", "Icon\u0001", "dot.", "e\ufffe.md", "deep./x.md", "h\\..\\x.md", "esc\u001b[31m.md"];
        foreach (var name in bad.Concat(["a.md", "Icon\r", "deep/y.md"]))
        {
            _folder.Write(name, "A");
        }

        var change = await _uploader.UploadAsync(Cancel);

        Assert.Equal(["a.md", "deep/y.md"], change.Changed);
        Assert.Equal(bad.Select(name => name == "deep./x.md" ? "deep." : name).Order(StringComparer.Ordinal), change.Refused.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("a.md: A\ndeep/y.md: A", await StoredAsync());
    }

    [Fact]
    public async Task Names_that_are_no_text_are_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such names.");
        _folder.Write("a.md", "A");
        await ShellAsync("printf x > \"$(printf 'b\\377.md')\" && mkdir \"$(printf 'c\\376')\" && printf x > \"$(printf 'c\\376/d.md')\"");

        var change = await _uploader.UploadAsync(Cancel);
        await ShellAsync("rm -r *"); // .NET can't.

        Assert.Equal(["a.md"], change.Changed);
        Assert.Equal(["b\ufffd.md", "c\ufffd"], change.Refused.Keys.Order(StringComparer.Ordinal));
        Assert.All(change.Refused.Values, sentence => Assert.Contains("UTF-8", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pipe_is_no_file_and_waited_for_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        _folder.Write("a.md", "A");
        await ShellAsync("mkfifo pipe.md");

        var change = await _uploader.UploadAsync(Cancel);
        var again = await _uploader.UploadAsync(Cancel);

        Assert.Equal(["a.md"], change.Changed);
        Assert.Equal(["pipe.md"], change.Refused.Keys);
        Assert.Equal(change.Refused, again.Refused);
        Assert.Equal(["a.md"], again.Files);
    }

    [Fact]
    public async Task A_file_that_can_t_be_read_keeps_its_last_version()
    {
        _folder.Write("a.md", "A");
        _folder.Write("b.md", "B");
        await ChangedAsync();
        _folder.Write("a.md", "A, edited");
        await using (new FileStream(_folder.Of("a.md"), FileMode.Open, FileAccess.Read, FileShare.None))
        {
            var change = await _uploader.UploadAsync(Cancel);
            Assert.Empty(change.Changed);
            Assert.Equal(["a.md"], change.Refused.Keys);
        }

        Assert.Equal(["a.md"], await ChangedAsync());
        Assert.Equal("a.md: A, edited\nb.md: B", await StoredAsync());
    }

    [Fact]
    public async Task A_folder_that_can_t_be_read_keeps_its_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Nothing is closed to this user.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Write("in/a.md", "A");
        _folder.Write("b.md", "B");
        await ChangedAsync();
        File.SetUnixFileMode(_folder.Of("in"), UnixFileMode.None);

        var change = await _uploader.UploadAsync(Cancel);
        File.SetUnixFileMode(_folder.Of("in"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Empty(change.Changed);
        Assert.Equal(["in"], change.Refused.Keys);
        Assert.Equal("b.md: B\nin/a.md: A", await StoredAsync());
    }

    [Fact]
    public async Task Of_two_names_that_come_to_one_the_composed_one_is_taken()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems take them for one.");
        _folder.Write("cafe\u0301.md", "decomposed");
        _folder.Write("caf\u00e9.md", "composed");
        _folder.Write("CAF\u00c9.md", "upper case");

        var change = await _uploader.UploadAsync(Cancel);

        Assert.Equal("CAF\u00c9.md: upper case\ncaf\u00e9.md: composed", await StoredAsync());
        Assert.Equal(["cafe\u0301.md"], change.Refused.Keys);
    }

    [Fact]
    public async Task Names_are_in_normalization_form_C()
    {
        _folder.Write("cafe\u0301.md", "A");
        Assert.Equal(["caf\u00e9.md"], await ChangedAsync());
        Assert.Equal("caf\u00e9.md: A", await StoredAsync());
    }

    [Fact]
    public async Task Content_types_follow_the_names()
    {
        _folder.Write("a.md", "A");
        _folder.Write("b.JPG", "B");
        _folder.Write("c", "C");
        await ChangedAsync();
        Assert.Equal("text/markdown; charset=utf-8", await TypeAsync("a.md"));
        Assert.Equal("image/jpeg", await TypeAsync("b.JPG"));
        Assert.Equal("application/octet-stream", await TypeAsync("c"));
    }

    private async Task ShellAsync(string script)
    {
        using var shell = System.Diagnostics.Process.Start("sh", ["-c", "cd \"$0\" && " + script, _folder.Path]);
        await shell.WaitForExitAsync(Cancel);
        Assert.Equal(0, shell.ExitCode);
    }

    private FolderUploader NewUploader() => new(_posts, _folder.Path, [_folder.Of("data")]);

    private async Task PutAsync(string name, string text) => await _posts.GetBlobClient(name).UploadAsync(new BinaryData(text), overwrite: true, Cancel);

    private async Task<IReadOnlyList<string>> ChangedAsync() => (await _uploader.UploadAsync(Cancel)).Changed;

    private async Task<string> TypeAsync(string name) => (await _posts.GetBlobClient(name).GetPropertiesAsync(cancellationToken: Cancel)).Value.ContentType;

    private async Task<string> StoredAsync()
    {
        var lines = new List<string>();
        await foreach (var blob in _posts.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, Cancel))
        {
            var content = await _posts.GetBlobClient(blob.Name).DownloadContentAsync(Cancel);
            lines.Add($"{blob.Name}: {Encoding.UTF8.GetString(content.Value.Content)}");
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
