using System.Globalization;
using Blobpress.Local;
using Blobpress.Local.Azurite;
using Blobpress.Publishing.Tests.Azurite;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Blobpress.Publishing.Tests.Azurite;

/// <summary>One Azurite for all tests; each test takes accounts of its own. Skipped on a machine that can't run one.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int Accounts = 200;

    // Azurite's published one, so that its connection string holds for every account of the list.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private AzuriteProcess? _azurite;
    private string _whyNot = "";
    private int _taken;

    public async ValueTask InitializeAsync()
    {
        try
        {
            await NodeTools.FindAsync();
        }
        catch (LocalException missing)
        {
            _whyNot = missing.Message;
            return;
        }

        Environment.SetEnvironmentVariable("AZURITE_ACCOUNTS", string.Join(';', Enumerable.Range(0, Accounts).Select(number => $"{Name(number)}:{Key}")));
        _azurite = await AzuriteProcess.StartAsync(new AzuriteSettings());
    }

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The connection string of an account that nobody else uses.</summary>
    public string NewAccount()
    {
        Assert.SkipWhen(_azurite is null, _whyNot);
        var number = Interlocked.Increment(ref _taken);
        Assert.InRange(number, 0, Accounts - 1);
        return _azurite!.ConnectionString.Replace("devstoreaccount1", Name(number), StringComparison.Ordinal);
    }

    private static string Name(int number) => "site" + number.ToString(CultureInfo.InvariantCulture);
}
