using Blobpress.Functions;
using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddBlobpress(builder.Configuration);

builder.Services.AddOpenTelemetry()
    .UseFunctionsWorkerDefaults()
    .WithTracing(traces => traces.AddSource(Telemetry.Name))
    .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name))
    .UseAzureMonitor(builder.Configuration);
using var app = builder.Build();
app.Services.CheckAzureMonitor();
await app.Services.PrepareAsync(builder.Configuration, CancellationToken.None);
await app.RunAsync();
