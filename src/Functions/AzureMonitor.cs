using Azure.Monitor.OpenTelemetry.Exporter;
using Blobpress.Publishing.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Blobpress.Functions;

/// <summary>Sends traces, metrics and logs to Application Insights where a setting names one.</summary>
internal static class AzureMonitor
{
    private const string Setting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    // How the exporter begins to say that it can't read the setting.
    private const string Complaint = "Connection String Error: ";

    /// <summary>Adds the exporter, as the app's identity; without the setting, nothing.</summary>
    public static void UseAzureMonitor(this IOpenTelemetryBuilder telemetry, IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 })
        {
            telemetry.UseAzureMonitorExporter(options => options.Credential = StorageConnection.Credential(configuration));
        }
    }

    /// <summary>Has the exporter read its setting now rather than at some time during the start.</summary>
    /// <exception cref="SettingException">It is no connection string.</exception>
    public static void CheckAzureMonitor(this IServiceProvider services)
    {
        try
        {
            services.GetService<MeterProvider>();
        }
        catch (InvalidOperationException error) when (error.Message.StartsWith(Complaint, StringComparison.Ordinal))
        {
            throw new SettingException(Setting, $"is no connection string of Application Insights: {error.Message[Complaint.Length..]}");
        }
    }
}
