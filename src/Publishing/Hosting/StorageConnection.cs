using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Blobpress.Publishing.Storage;
using Microsoft.Extensions.Configuration;

namespace Blobpress.Publishing.Hosting;

/// <summary>Finds a site's storage account by the settings that the Functions runtime uses for its own.</summary>
public static class StorageConnection
{
    private const string Setting = "AzureWebJobsStorage";

    /// <summary>
    /// The account of <c>AzureWebJobsStorage</c>: a connection string (Azurite's, as a rule), or an identity with
    /// <c>AzureWebJobsStorage__blobServiceUri</c>, <c>__queueServiceUri</c> and <c>__tableServiceUri</c>.
    /// </summary>
    /// <param name="configuration">The host's settings.</param>
    /// <param name="policy">Sees every request; or null.</param>
    /// <exception cref="SettingException">There is neither.</exception>
    public static StorageAccount Open(IConfiguration configuration, HttpPipelinePolicy? policy = null)
    {
        if (IsConnectionString(configuration))
        {
            return Open(configuration[Setting]!, policy);
        }

        var credential = Credential(configuration);
        return new(
            new BlobServiceClient(Service(configuration, "blobServiceUri"), credential, With(new BlobClientOptions(), policy)),
            new QueueServiceClient(Service(configuration, "queueServiceUri"), credential, With(Queues(), policy)),
            new TableServiceClient(Service(configuration, "tableServiceUri"), credential, With(new TableClientOptions(), policy)));
    }

    /// <summary>True where the account is reached by a connection string.</summary>
    public static bool IsConnectionString(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[Setting]);

    /// <summary>The account of a connection string.</summary>
    public static StorageAccount Open(string connection, HttpPipelinePolicy? policy = null) => new(
        new BlobServiceClient(connection, With(new BlobClientOptions(), policy)),
        new QueueServiceClient(connection, With(Queues(), policy)),
        new TableServiceClient(connection, With(new TableClientOptions(), policy)));

    /// <summary>Who the app is: the identity of <c>AzureWebJobsStorage__clientId</c>, or on a developer's machine whoever is signed in.</summary>
    public static TokenCredential Credential(IConfiguration configuration) =>
        configuration[$"{Setting}:clientId"] is { Length: > 0 } id
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
            : new DefaultAzureCredential();

    // As the Functions runtime and Event Grid write messages. One that is not encoded so is left where it is, for an
    // operator to look at, rather than failing all that were received with it.
    private static QueueClientOptions Queues()
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        options.MessageDecodingFailed += _ => Task.CompletedTask;
        return options;
    }

    private static Uri Service(IConfiguration configuration, string name) =>
        Uri.TryCreate(configuration[$"{Setting}:{name}"], UriKind.Absolute, out var uri)
            ? uri
            : throw new SettingException($"{Setting}__{name}", $"must be the URL of a storage service, since {Setting} holds no connection string.");

    private static T With<T>(T options, HttpPipelinePolicy? policy)
        where T : ClientOptions
    {
        if (policy is not null)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return options;
    }
}
