using System.Runtime.InteropServices;
using Blobpress.Publishing.Hosting;

namespace Blobpress.Local;

/// <summary>
/// Turns the first Ctrl+C, or the system's wish that the program end, into a cancelled token; the second one ends it at once.
/// What hears of no token has four seconds.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource _stop = new();

    private readonly PosixSignalRegistration[] _registrations;

    public StopSignal() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
    ];

    public CancellationToken Token => _stop.Token;

    /// <summary>What a program that did not end in time has told the shell.</summary>
    public int LateExitCode { get; set; } = ExitCode.UsageOrEnvironment;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (!_stop.IsCancellationRequested)
        {
            context.Cancel = true;
            ExitDeadline.Start(LongestStop, LateExitCode);
            _stop.Cancel();
        }
    }
}
