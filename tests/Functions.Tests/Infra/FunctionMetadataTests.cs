using System.Text.Json;
using System.Text.RegularExpressions;
using Blobpress.Functions.Tests.Protocol;

namespace Blobpress.Functions.Tests.Infra;

/// <summary>A worker with the settings that <c>infra/</c> deploys, and no network: what it says of itself before its first event.</summary>
public sealed partial class FunctionMetadataTests(InstanceFixture instance) : IClassFixture<InstanceFixture>
{
    // Settings that deployments to Flex Consumption refuse or that do nothing there:
    // https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations
    private static readonly string[] RefusedByFlex =
    [
        "ENABLE_ORYX_BUILD", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED", "FUNCTIONS_WORKER_PROCESS_COUNT",
        "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "SCM_DO_BUILD_DURING_DEPLOYMENT", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
        "WEBSITE_CONTENTOVERVNET", "WEBSITE_CONTENTSHARE", "WEBSITE_DNS_SERVER", "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT",
        "WEBSITE_NODE_DEFAULT_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_SKIP_CONTENTSHARE_VALIDATION", "WEBSITE_TIME_ZONE", "WEBSITE_VNET_ROUTE_ALL",
    ];

    private IReadOnlyDictionary<string, RpcFunctionMetadata> Functions => instance.Worker.Functions;

    [Theory]
    [InlineData("PostUploaded", """{"name":"blob","direction":"In","type":"blobTrigger","path":"posts/{name}","source":"EventGrid","properties":{"supportsDeferredBinding":"True"}}""")]
    [InlineData("PostRemoved", """{"name":"message","direction":"In","type":"queueTrigger","queueName":"post-removed","dataType":"String"}""")]
    [InlineData("PublishPost", """{"name":"message","direction":"In","type":"queueTrigger","queueName":"publish-post","dataType":"String"}""")]
    [InlineData("SiteChanged", """{"name":"message","direction":"In","type":"queueTrigger","queueName":"site-changed","dataType":"String"}""")]
    [InlineData("Sweep", """{"name":"timer","direction":"In","type":"timerTrigger","schedule":"%BLOBPRESS_SWEEP%"}""")]
    [InlineData("ThoroughSweep", """{"name":"timer","direction":"In","type":"timerTrigger","schedule":"%BLOBPRESS_THOROUGH_SWEEP%"}""")]
    public void A_function_has_one_trigger_and_no_other_binding(string function, string binding)
    {
        var raw = Assert.Single(Functions[function].RawBindings);
        Assert.True(JsonElement.DeepEquals(Parse(binding), Parse(raw)), raw);
    }

    [Fact]
    public void There_is_no_other_function() =>
        Assert.Equal(["PostRemoved", "PostUploaded", "PublishPost", "SiteChanged", "Sweep", "ThoroughSweep"], Functions.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_package_lists_the_same_functions_as_the_worker()
    {
        var listed = JsonDocument.Parse(File.ReadAllText(Path.Combine(instance.App.Folder, "functions.metadata"))).RootElement.EnumerateArray()
            .ToDictionary(function => function.GetProperty("name").GetString()!, function => function.GetProperty("entryPoint").GetString());
        Assert.Equal(listed, Functions.ToDictionary(function => function.Key, function => (string?)function.Value.EntryPoint));
    }

    [Fact]
    public void Each_trigger_listens_to_what_is_deployed()
    {
        foreach (var binding in Functions.Values.Select(function => Parse(function.RawBindings.Single())))
        {
            // None names another connection than AzureWebJobsStorage, which is an identity there.
            Assert.False(binding.TryGetProperty("connection", out _));
            switch (binding.GetProperty("type").GetString())
            {
                case "blobTrigger":
                    Assert.Contains(binding.GetProperty("path").GetString()!.Split('/')[0], Infrastructure.Containers);
                    Assert.Contains("webjobs-blobtrigger-poison", Infrastructure.Queues);
                    break;
                case "queueTrigger":
                    Assert.Contains(binding.GetProperty("queueName").GetString(), Infrastructure.Queues);
                    Assert.Contains(binding.GetProperty("queueName").GetString() + "-poison", Infrastructure.Queues);
                    break;
                default:
                    Assert.Matches(SixFields(), Infrastructure.Settings[binding.GetProperty("schedule").GetString()!.Trim('%')]);
                    break;
            }
        }
    }

    [Fact]
    public void Polls_are_not_traced() =>
        Assert.Equal("false", Infrastructure.Settings["AzureWebJobsStorage__diagnostics__isDistributedTracingEnabled"]);

    [Fact]
    public void Event_Grid_reaches_the_functions_that_wait_for_it()
    {
        Assert.Equal("EventGrid", Parse(Functions[Infrastructure.FunctionOfUploads].RawBindings.Single()).GetProperty("source").GetString());
        Assert.Equal(Infrastructure.QueueOfRemovals, Parse(Functions["PostRemoved"].RawBindings.Single()).GetProperty("queueName").GetString());
    }

    [Fact]
    public void Flex_Consumption_refuses_none_of_it()
    {
        var bindings = Functions.Values.Select(function => Parse(function.RawBindings.Single()));
        Assert.All(bindings.Where(binding => binding.GetProperty("type").GetString() == "blobTrigger"), binding => Assert.Equal("EventGrid", binding.GetProperty("source").GetString()));
        Assert.Empty(Infrastructure.Settings.Keys.Intersect(RefusedByFlex, StringComparer.OrdinalIgnoreCase));
        // Others are no names of environment variables on Linux.
        Assert.All(Infrastructure.Settings.Keys, name => Assert.Matches(@"^\w+$", name));
        Assert.Equal("dotnet-isolated", Infrastructure.Runtime.GetProperty("name").GetString());
        Assert.Equal($"{Environment.Version.Major}.0", Infrastructure.Runtime.GetProperty("version").GetString());
    }

    [Fact]
    public async Task An_instance_that_was_kept_warm_takes_the_settings_over() =>
        Assert.Equal(StatusResult.Types.Status.Success, (await instance.Worker.ReloadAsync(instance.App, Infrastructure.SettingsOfAnInstance())).Status);

    [Fact]
    public void What_the_app_uses_is_deployed()
    {
        var account = Publishing.Hosting.StorageConnection.Open("UseDevelopmentStorage=true");
        Assert.Empty(new[] { account.Posts, account.Web, account.State, account.Receipts }.Select(container => container.Name).Except(Infrastructure.Containers));
        Assert.Empty(new[] { account.Records, account.Lists, account.Claims, account.Images }.Select(table => table.Name).Except(Infrastructure.Tables));
        Assert.Empty(new[] { account.Changed, account.Publish, account.Removed }.Concat(account.Parked).Select(queue => queue.Name).Except(Infrastructure.Queues));
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    [GeneratedRegex(@"^\S+( \S+){5}$", RegexOptions.NonBacktracking)]
    private static partial Regex SixFields();
}
