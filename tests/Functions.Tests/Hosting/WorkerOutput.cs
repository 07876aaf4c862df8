using System.Collections.Concurrent;
using System.Diagnostics;

namespace Blobpress.Functions.Tests.Hosting;

/// <summary>What a worker process wrote to its standard streams.</summary>
internal sealed class WorkerOutput
{
    private readonly ConcurrentQueue<string?> _lines = [];

    public WorkerOutput(Process process)
    {
        process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data);
        process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public override string ToString() => string.Join('\n', _lines);
}
