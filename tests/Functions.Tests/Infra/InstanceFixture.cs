using Blobpress.Functions.Tests.Hosting;
using Blobpress.Functions.Tests.Package;

namespace Blobpress.Functions.Tests.Infra;

/// <summary>A worker as an instance in Azure starts it: with the deployed settings, an identity in place of keys, telemetry on.</summary>
public sealed class InstanceFixture(PublishedApp app, FunctionsHost host) : IAsyncLifetime
{
    private Worker? _worker;

    public PublishedApp App => app;

    internal Worker Worker => _worker!;

    public async ValueTask InitializeAsync() => _worker = await Worker.StartAsync(host, app, Infrastructure.SettingsOfAnInstance());

    public ValueTask DisposeAsync() => _worker?.DisposeAsync() ?? ValueTask.CompletedTask;
}
