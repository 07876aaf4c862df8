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

// Work that hears of no token is given up, and done again when its message comes back.
app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => ExitDeadline.Start(TimeSpan.FromSeconds(4), code: 0));
await app.RunAsync();
