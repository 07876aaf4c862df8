using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Blobpress.Local.Azurite;

/// <summary>Reads what a starting Azurite prints: the ports it was given, or why it gave up.</summary>
internal sealed partial class AzuriteOutput
{
    private const int LinesKept = 5;

    private readonly TaskCompletionSource<AzuriteEndpoints> _endpoints = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Dictionary<string, Uri> _listening = [];

    private readonly Queue<string> _lastLines = [];

    private readonly Lock _lock = new();

    public AzuriteOutput(Process process)
    {
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => _endpoints.TrySetException(new LocalException($"Azurite stopped while it was starting. {LastWords}"));
    }

    /// <summary>Done once all three services listen.</summary>
    public Task<AzuriteEndpoints> Endpoints => _endpoints.Task;

    /// <summary>The last lines it printed.</summary>
    public string LastWords
    {
        get
        {
            lock (_lock)
            {
                return string.Join(' ', _lastLines);
            }
        }
    }

    private void Read(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lock)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > LinesKept)
            {
                _lastLines.Dequeue();
            }

            if (Listening().Match(line) is { Success: true } match)
            {
                _listening[match.Groups["service"].Value] = new Uri(match.Groups["url"].Value);
            }

            if (_listening.Count == 3)
            {
                _endpoints.TrySetResult(new AzuriteEndpoints(_listening["Blob"], _listening["Queue"], _listening["Table"]));
            }
        }
    }

    [GeneratedRegex(@"Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<url>http://\S+)")]
    private static partial Regex Listening();
}
