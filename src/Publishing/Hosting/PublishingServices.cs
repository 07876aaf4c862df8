using Blobpress.Publishing.Cdn;
using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Images;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Blobpress.Publishing.Hosting;

/// <summary>Registers the publishers of one site with whatever host runs them.</summary>
public static class PublishingServices
{
    /// <summary>
    /// Registers <see cref="Publishers"/>, <see cref="HourlyBudget"/>, <see cref="QueueWatch"/> and what they are made of.
    /// A <see cref="TimeProvider"/> that was registered before is used.
    /// </summary>
    /// <exception cref="SettingException">A setting is wrong: the host must not start.</exception>
    public static IServiceCollection AddBlobpress(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = HostSettings.Read(configuration);
        var traffic = new StorageTraffic();
        var account = StorageConnection.Open(configuration, traffic);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(account);
        services.AddSingleton(provider => new QueueWatch(account, Clock(provider)));
        services.AddSingleton(_ => new ImageFetcher());
        services.AddSingleton(provider => new HourlyBudget(
            account.Lists, traffic, settings.Guard, Clock(provider), provider.GetRequiredService<ILogger<HourlyBudget>>()));
        services.AddSingleton(provider => settings.Cdn.Endpoint is null
            ? CdnPurger.None
            : new CdnPurger(settings.Cdn, StorageConnection.Credential(configuration), Clock(provider), provider.GetRequiredService<ILogger<CdnPurger>>()));
        services.AddSingleton(provider => new Publishers(
            account, provider.GetRequiredService<ImageFetcher>(), settings.Publishing, Clock(provider), provider.GetRequiredService<CdnPurger>()));
        return services;
    }

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
