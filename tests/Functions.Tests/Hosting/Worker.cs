using System.Diagnostics;
using Blobpress.Functions.Tests.Package;
using Blobpress.Functions.Tests.Protocol;

namespace Blobpress.Functions.Tests.Hosting;

/// <summary>
/// The published app as a process, brought up as the Functions host does it: started with the host's address, initialized, asked
/// for its functions, told to load them.
/// </summary>
internal sealed class Worker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly WorkerOutput _output;
    private readonly WorkerChannel _channel;

    private Worker(Process process, WorkerOutput output, WorkerChannel channel, IReadOnlyDictionary<string, RpcFunctionMetadata> functions)
    {
        _process = process;
        _output = output;
        _channel = channel;
        Functions = functions;
    }

    /// <summary>What the worker said its functions are, by name.</summary>
    public IReadOnlyDictionary<string, RpcFunctionMetadata> Functions { get; }

    /// <summary>Texts of what the worker logged.</summary>
    public IEnumerable<string> Logs => _channel.Logs.Select(log => log.Message);

    /// <summary>Starts a worker and loads its functions.</summary>
    /// <param name="host">Where it connects to.</param>
    /// <param name="app">What is started.</param>
    /// <param name="settings">Its app settings.</param>
    /// <exception cref="WorkerGoneException">It ended instead; the message holds what it wrote.</exception>
    public static async Task<Worker> StartAsync(FunctionsHost host, PublishedApp app, IReadOnlyDictionary<string, string> settings)
    {
        var id = Guid.NewGuid().ToString();
        var process = Process.Start(Command(host, app, id, settings))!;
        var output = new WorkerOutput(process);
        var channel = host.ChannelAsync(id);
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(channel, ended).WaitAsync(Patience) == ended)
        {
            throw new WorkerGoneException($"The worker ended with exit code {process.ExitCode}. {output}");
        }

        return new(process, output, await channel, await LoadAsync(await channel, app));
    }

    /// <summary>Has a function run once.</summary>
    public async Task<InvocationResponse> InvokeAsync(string function, Invocation invocation) =>
        (await _channel.RequestAsync(new() { InvocationRequest = invocation.Of(Functions[function]) })).InvocationResponse;

    /// <summary>What Flex Consumption does with an instance that it kept warm: it hands the settings over once more.</summary>
    public async Task<StatusResult> ReloadAsync(PublishedApp app, IReadOnlyDictionary<string, string> settings) =>
        (await _channel.RequestAsync(new()
        {
            FunctionEnvironmentReloadRequest = new() { FunctionAppDirectory = app.Folder, EnvironmentVariables = { settings.ToDictionary() } },
        })).FunctionEnvironmentReloadResponse.Result;

    /// <summary>Asks it to end, as the host does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        _channel.Send(new() { WorkerTerminate = new() { GracePeriod = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromSeconds(5)) } });
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal by its name, and waits until it has ended.</summary>
    public async Task SignalAsync(string name)
    {
        Process.Start("kill", [$"-{name}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).Dispose();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>SIGKILL: nothing of it runs any more, and nothing of it was told.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    public override string ToString() => $"{_output}\n{string.Join('\n', Logs)}";

    private static ProcessStartInfo Command(FunctionsHost host, PublishedApp app, string id, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            app.Program,
            "--functions-uri", host.Address.ToString(),
            "--functions-worker-id", id,
            "--functions-request-id", Guid.NewGuid().ToString(),
            "--functions-grpc-max-message-length", "134217728",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = app.Folder,
            Environment = { ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated", ["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Folder, ["FUNCTIONS_WORKER_DIRECTORY"] = app.Folder },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<IReadOnlyDictionary<string, RpcFunctionMetadata>> LoadAsync(WorkerChannel channel, PublishedApp app)
    {
        var init = await channel.RequestAsync(new() { WorkerInitRequest = new() { HostVersion = "4.1037.0", FunctionAppDirectory = app.Folder, WorkerDirectory = app.Folder } });
        Succeeded(init.WorkerInitResponse.Result);
        var metadata = (await channel.RequestAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = app.Folder } })).FunctionMetadataResponse;
        Succeeded(metadata.Result);
        Assert.False(metadata.UseDefaultMetadataIndexing);
        foreach (var function in metadata.FunctionMetadataResults)
        {
            var loaded = await channel.RequestAsync(new() { FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function } });
            Succeeded(loaded.FunctionLoadResponse.Result);
        }

        return metadata.FunctionMetadataResults.ToDictionary(function => function.Name);
    }

    private static void Succeeded(StatusResult result) => Assert.True(result.Status == StatusResult.Types.Status.Success, result.Exception?.Message);
}
