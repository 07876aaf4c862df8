using System.Diagnostics;
using System.Globalization;
using Blobpress.Local.Azurite;

namespace Blobpress.Local.Tests.Azurite;

public sealed class StopWithParentTests
{
    // Starts a process under the script and waits to be killed.
    private const string Host = """
        const [script, work] = process.argv.slice(1);
        require('node:child_process').spawn(process.execPath, ['--require', script, '-e', work], { stdio: ['pipe', 'inherit', 'inherit'] });
        setInterval(() => {}, 1000);
        """;

    private const string TellId = "require('node:fs').writeSync(1, process.pid + '\\n');";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("for (;;);")]
    [InlineData("process.once('SIGTERM', () => { for (;;); }); setInterval(() => {}, 1000);")]
    [InlineData("setInterval(() => {}, 1000);")]
    public async Task Ends_after_its_host_was_killed_whatever_it_is_busy_with(string work)
    {
        var tools = await NodeTools.FindAsync(cancel: Cancel);
        using var host = Process.Start(new ProcessStartInfo(tools.Node, ["-e", Host, AzuriteInstaller.StopWithParent, TellId + work]) { RedirectStandardOutput = true })!;
        using var child = Process.GetProcessById(int.Parse((await host.StandardOutput.ReadLineAsync(Cancel))!, CultureInfo.InvariantCulture));
        try
        {
            host.Kill();
            await child.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
        }
        finally
        {
            child.Kill();
        }
    }

    [Fact]
    public async Task Ends_at_once_when_its_host_closes_the_pipe()
    {
        var tools = await NodeTools.FindAsync(cancel: Cancel);
        string[] arguments = ["--require", AzuriteInstaller.StopWithParent, "-e", "setInterval(() => {}, 1000);"];
        using var child = Process.Start(new ProcessStartInfo(tools.Node, arguments) { RedirectStandardInput = true })!;
        child.StandardInput.Close();
        await child.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
        Assert.Equal(0, child.ExitCode);
    }
}
