using System.Reflection.PortableExecutable;

namespace Blobpress.Functions.Tests.Package;

/// <summary>What platform a file is for, by its place and by its first bytes.</summary>
internal static class BinaryPlatform
{
    public const string LinuxX64 = "linux-x64";

    // PE's machine of x64, told apart from that of Windows by what .NET combines with it for Linux.
    private const Machine LinuxAmd64 = (Machine)(0x8664 ^ 0x7B79);

    // In ELF's header: 64 bits, least significant byte first; and further on the machine, x64.
    private const int ElfClass = 4;
    private const int ElfMachine = 18;

    /// <summary>The platform; null where a file is for all.</summary>
    /// <param name="name">Relative to the package, with slashes.</param>
    /// <param name="path">Where it lies.</param>
    public static string? Of(string name, string path)
    {
        var segments = name.Split('/');
        var runtime = Array.IndexOf(segments, "runtimes");
        return runtime >= 0 && segments[runtime + 1] is var platform && platform is not (LinuxX64 or "linux" or "unix") ? platform : OfBytes(File.ReadAllBytes(path));
    }

    private static string? OfBytes(byte[] bytes) => bytes switch
    {
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => bytes[ElfClass] == 2 && bytes[ElfMachine] == 0x3E ? LinuxX64 : "another processor's ELF",
        [(byte)'M', (byte)'Z', ..] => OfPortableExecutable(bytes),
        [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..] => "macOS",
        [0x00, (byte)'a', (byte)'s', (byte)'m', ..] => "WebAssembly",
        _ => null,
    };

    private static string? OfPortableExecutable(byte[] bytes)
    {
        using var reader = new PEReader(new MemoryStream(bytes));
        return !reader.HasMetadata ? "Windows"
            : reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size == 0 ? null
            : reader.PEHeaders.CoffHeader.Machine == LinuxAmd64 ? LinuxX64
            : $"compiled ahead for machine {reader.PEHeaders.CoffHeader.Machine:X}";
    }
}
