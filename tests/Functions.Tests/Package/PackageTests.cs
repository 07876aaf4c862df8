using System.Text.Json;
using Blobpress.Local;

namespace Blobpress.Functions.Tests.Package;

/// <summary>What <c>dotnet publish</c> makes of the app, as the Functions host will find it.</summary>
public sealed class PackageTests(PublishedApp app)
{
    // A package is fetched by each instance that starts, so it is to stay small: 73 MB when this was written, 11 of it for formulas and colours.
    private const long MostBytes = 75_000_000;

    private IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(app.Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(app.Folder, file).Replace('\\', '/'))];

    [Fact]
    public void Holds_the_settings_of_the_host_that_lie_at_the_root() =>
        Assert.Equal(File.ReadAllText(Path.Combine(ProjectFolder.Root, "host.json")), File.ReadAllText(Of("host.json")));

    [Fact]
    public void Says_how_its_worker_is_started()
    {
        var worker = Json("worker.config.json").GetProperty("description");
        Assert.Equal("dotnet-isolated", worker.GetProperty("language").GetString());
        Assert.Equal("dotnet", worker.GetProperty("defaultExecutablePath").GetString());
        Assert.Equal("true", worker.GetProperty("workerIndexing").GetString());
        Assert.Contains(worker.GetProperty("defaultWorkerPath").GetString(), Files);
    }

    [Fact]
    public void Brings_the_extensions_that_serve_its_triggers()
    {
        var extensions = Json("extensions.json").GetProperty("extensions").EnumerateArray().ToList();
        Assert.Equal(["AzureStorageBlobs", "AzureStorageQueues", "Startup"], extensions.Select(extension => extension.GetProperty("name").GetString()));
        Assert.All(extensions, extension => Assert.Contains(extension.GetProperty("hintPath").GetString()!["./".Length..], Files));
    }

    [Fact]
    public void Lists_its_functions()
    {
        var functions = Json("functions.metadata").EnumerateArray().Select(function => function.GetProperty("name").GetString());
        Assert.Equal(["PostRemoved", "PostUploaded", "PublishPost", "SiteChanged", "Sweep", "ThoroughSweep"], functions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Holds_nothing_for_other_platforms() =>
        Assert.DoesNotContain(Files.Select(file => (File: file, Platform: BinaryPlatform.Of(file, Of(file)))), file => file.Platform is not (null or BinaryPlatform.LinuxX64));

    [Fact]
    public void Is_compiled_ahead()
    {
        Assert.All(
            ["Blobpress.Functions.dll", "Blobpress.Publishing.dll", "Blobpress.Site.dll", "Azure.Core.dll", "AngleSharp.dll"],
            file => Assert.Equal(BinaryPlatform.LinuxX64, BinaryPlatform.Of(file, Of(file))));
        var properties = Json("Blobpress.Functions.runtimeconfig.json").GetProperty("runtimeOptions").GetProperty("configProperties");
        Assert.Equal(1000, properties.GetProperty("System.Runtime.TieredCompilation.CallCountThreshold").GetInt32());
    }

    [Fact]
    public void Holds_nothing_of_a_developers_machine() => Assert.DoesNotContain(Files, file => Path.GetFileName(file).StartsWith("local.settings", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Is_small() => Assert.InRange(Files.Sum(file => new FileInfo(Of(file)).Length), 1, MostBytes);

    private string Of(string file) => Path.Combine(app.Folder, file);

    private JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Of(file))).RootElement;
}
