using System.Text.Json;
using System.Text.RegularExpressions;
using Blobpress.Local;

namespace Blobpress.Functions.Tests.Infra;

/// <summary>What <c>infra/</c> deploys, as its snapshot says: tests/Infra holds that true.</summary>
internal static partial class Infrastructure
{
    private static readonly List<JsonElement> Resources =
        [.. JsonDocument.Parse(Text("infra/main.snapshot.json")).RootElement.GetProperty("predictedResources").EnumerateArray()];

    /// <summary>The app settings; those that depend on other resources are expressions in brackets.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        Of("Microsoft.Web/sites/config").Single().GetProperty("properties").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    public static IReadOnlyList<string> Queues { get; } = [.. Of("Microsoft.Storage/storageAccounts/queueServices/queues").Select(LastName)];

    public static IReadOnlyList<string> Containers { get; } = [.. Of("Microsoft.Storage/storageAccounts/blobServices/containers").Select(LastName)];

    public static IReadOnlyList<string> Tables { get; } = [.. Of("Microsoft.Storage/storageAccounts/tableServices/tables").Select(LastName)];

    /// <summary>The queue that Event Grid puts deletes into.</summary>
    public static string QueueOfRemovals { get; } = Of("Microsoft.EventGrid/systemTopics/eventSubscriptions").Single()
        .GetProperty("properties").GetProperty("deliveryWithResourceIdentity").GetProperty("destination").GetProperty("properties").GetProperty("queueName").GetString()!;

    /// <summary>The function whose webhook Event Grid calls with uploads.</summary>
    public static string FunctionOfUploads { get; } = Webhook().Match(Text("infra/uploads.bicep")).Groups[1].Value;

    /// <summary>What the app runs as.</summary>
    public static JsonElement Runtime { get; } = Of("Microsoft.Web/sites").Single().GetProperty("properties").GetProperty("functionAppConfig").GetProperty("runtime");

    /// <summary>The settings of an instance, with addresses of nobody in place of what depends on other resources.</summary>
    public static Dictionary<string, string> SettingsOfAnInstance() => Settings.ToDictionary(setting => setting.Key, setting => setting.Key switch
    {
        "AzureWebJobsStorage__clientId" => "11111111-2222-3333-4444-555555555555",
        "AzureWebJobsStorage__blobServiceUri" => "https://account.blob.invalid/",
        "AzureWebJobsStorage__queueServiceUri" => "https://account.queue.invalid/",
        "AzureWebJobsStorage__tableServiceUri" => "https://account.table.invalid/",
        "APPLICATIONINSIGHTS_CONNECTION_STRING" => "InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=https://127.0.0.1:1/;LiveEndpoint=https://127.0.0.1:1/",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING" => "ClientId=11111111-2222-3333-4444-555555555555;Authorization=AAD",
        "Blobpress__Cdn__Endpoint" => "https://management.invalid/subscriptions/s/resourceGroups/g/providers/Microsoft.Cdn/profiles/p/afdEndpoints/e",
        _ => setting.Value,
    });

    private static IEnumerable<JsonElement> Of(string type) => Resources.Where(resource => resource.GetProperty("type").GetString() == type);

    // The name of a child is an expression that ends with its own part: format('{0}/{1}/{2}', …, 'default', 'posts')
    private static string LastName(JsonElement child) => Literals().Matches(child.GetProperty("name").GetString()!)[^1].Groups[1].Value;

    private static string Text(string file) => File.ReadAllText(Path.Combine(ProjectFolder.Root, file));

    [GeneratedRegex("'([^']*)'", RegexOptions.NonBacktracking)]
    private static partial Regex Literals();

    [GeneratedRegex(@"functionName=Host\.Functions\.(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Webhook();
}
