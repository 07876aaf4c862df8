using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Blobpress.Local.Tests.Crashes;

/// <summary>The local host as its users start it: a process of its own, which can be killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string?> _lines = [];
    private readonly TaskCompletionSource _follows = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(IEnumerable<string> arguments)
    {
        // A shell has what it starts in the background ignore SIGINT, which children inherit; a terminal's Ctrl+C must be felt here.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        _process = new()
        {
            StartInfo = new(command[0], [.. command.Skip(1), Path.Combine(AppContext.BaseDirectory, "Blobpress.Local.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _lines);

    /// <summary>Done when all is published and the folder is followed.</summary>
    public Task Follows => _follows.Task;

    public static HostProcess Start(params IEnumerable<string> arguments) => new(arguments);

    public async Task<int> ExitAsync(CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal, by its name.</summary>
    public void Signal(string name) => Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]).Dispose();

    /// <summary>SIGKILL: nothing of it runs any more, and nothing of it was told.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Note(string? line)
    {
        _lines.Enqueue(line);
        if (line?.StartsWith("The site is at", StringComparison.Ordinal) == true)
        {
            _follows.TrySetResult();
        }
    }
}
