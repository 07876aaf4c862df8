using Azure;
using Blobpress.Local;
using Blobpress.Local.Options;
using Blobpress.Local.Reports;

using var stop = new StopSignal();

return await CommandLine.RunAsync(args, RunAsync, Console.Error);

async Task<int> RunAsync(LocalOptions options)
{
    // Where nothing was to be finished, stopping is fine.
    stop.LateExitCode = options.Once ? ExitCode.UsageOrEnvironment : ExitCode.Fine;
    try
    {
        return await new LocalHost(options, ConsoleReport.OnTerminal()).RunAsync(stop.Token);
    }
    catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
    {
        return options.Once ? ExitCode.UsageOrEnvironment : ExitCode.Fine;
    }
    catch (LocalException fault)
    {
        await Console.Error.WriteLineAsync(TerminalText.Of(fault.Message));
        return ExitCode.UsageOrEnvironment;
    }
    catch (Exception fault) when (fault is RequestFailedException or AggregateException)
    {
        await Console.Error.WriteLineAsync($"The storage failed: {TerminalText.Of(FaultText.FirstLine(fault))} What is left is done at the next start.");
        return ExitCode.UsageOrEnvironment;
    }
}
