using System.Diagnostics;

namespace Blobpress.Local.Azurite;

/// <summary>Node.js and npm as found on this machine.</summary>
/// <param name="Node">Full path of <c>node</c>.</param>
/// <param name="Npm">Full path of <c>npm</c>; <c>npm.cmd</c> on Windows.</param>
public sealed record NodeTools(string Node, string Npm)
{
    private const int OldestMajor = 20;

    private const string WhatToDo =
        "Install Node.js from nodejs.org or with your package manager, " +
        "or pass --storage with the connection string of a storage that already runs.";

    /// <summary>Looks along a PATH, by default the environment's, and asks <c>node</c> for its version.</summary>
    /// <exception cref="LocalException">One of them is missing, or Node.js is older than version 20.</exception>
    public static async Task<NodeTools> FindAsync(string? path = null, CancellationToken cancel = default)
    {
        path ??= Environment.GetEnvironmentVariable("PATH") ?? "";
        var node = Search(path, "node", ".exe") ?? throw Missing("Node.js was not found on PATH");
        var npm = Search(path, "npm", ".cmd") ?? throw Missing("npm, which comes with Node.js, was not found on PATH");
        var version = await VersionAsync(node, cancel);
        return Major(version) >= OldestMajor
            ? new NodeTools(node, npm)
            : throw Missing($"Node.js {OldestMajor} or newer is needed, and {node} is {version}");
    }

    private static string? Search(string path, string name, string windowsExtension)
    {
        var file = OperatingSystem.IsWindows() ? name + windowsExtension : name;
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }

    private static async Task<string> VersionAsync(string node, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(node, "--version") { RedirectStandardOutput = true })
            ?? throw Missing($"{node} could not be started");
        var version = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return version.Trim();
    }

    private static int Major(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], out var major) ? major : 0;

    private static LocalException Missing(string what) =>
        new($"{what}; Azurite, the storage emulator, runs on it. {WhatToDo}");
}
