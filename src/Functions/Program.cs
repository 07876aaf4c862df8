using Azure.Monitor.OpenTelemetry.Exporter;
using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddBlobpress(builder.Configuration);

var telemetry = builder.Services.AddOpenTelemetry()
    .UseFunctionsWorkerDefaults()
    .WithTracing(traces => traces.AddSource(Telemetry.Name))
    .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name));
if (builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 })
{
    telemetry.UseAzureMonitorExporter(options => options.Credential = StorageConnection.Credential(builder.Configuration));
}

using var app = builder.Build();
await app.Services.PrepareAsync(builder.Configuration, CancellationToken.None);
await app.RunAsync();
