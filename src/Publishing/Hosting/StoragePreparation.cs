using Blobpress.Publishing.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Blobpress.Publishing.Hosting;

/// <summary>What a host does before its first message.</summary>
public static class StoragePreparation
{
    /// <summary>
    /// Creates containers, tables and queues where storage is reached by a connection string, as Azurite is. In Azure, where an
    /// identity reaches it, the template has made them.
    /// </summary>
    public static Task PrepareAsync(this IServiceProvider services, IConfiguration configuration, CancellationToken cancel) =>
        StorageConnection.IsConnectionString(configuration)
            ? services.GetRequiredService<StorageAccount>().CreateAsync(cancel)
            : Task.CompletedTask;
}
