using System.Diagnostics;
using System.Runtime.InteropServices;
using Blobpress.Functions.Tests.Package;
using Blobpress.Local;

[assembly: AssemblyFixture(typeof(PublishedApp))]

namespace Blobpress.Functions.Tests.Package;

/// <summary>The app as it is deployed: published once, compiled ahead for linux-x64, for all tests.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private static readonly string Project = Path.Combine(ProjectFolder.Root, "src", "Functions");

    // A folder that was published before, to test that one.
    private static readonly string? Given = Environment.GetEnvironmentVariable("BLOBPRESS_PUBLISHED_APP");

    /// <summary>What is deployed.</summary>
    public string Folder { get; } = Given ?? Path.Combine(ProjectFolder.Root, "tests", "Functions.Tests", "bin", "app");

    /// <summary>What runs on this machine: the published app where it can, or else the one that was built.</summary>
    public string Program => Path.Combine(IsLinuxX64 ? Folder : Path.Combine(Project, "bin", "Release", "net10.0"), "Blobpress.Functions.dll");

    private static bool IsLinuxX64 => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    public async ValueTask InitializeAsync()
    {
        if (Given is not null)
        {
            return;
        }

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Project, "-c", "Release", "-o", Folder, "-v", "quiet", "--nologo"])
        {
            RedirectStandardOutput = true,
            // No build process stays behind when the tests are over.
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, $"src/Functions could not be published: {output}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
