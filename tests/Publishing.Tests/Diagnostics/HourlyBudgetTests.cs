using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Blobpress.Publishing.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Blobpress.Publishing.Tests.Diagnostics;

public sealed class HourlyBudgetTests
{
    private readonly MovableClock _clock = new(new(2026, 3, 1, 10, 59, 0, TimeSpan.Zero));
    private readonly TableClient _table = new Blobpress.StorageDouble.StorageAccount().Connect().Tables.GetTableClient("lists");

    public HourlyBudgetTests() => _table.CreateIfNotExists();

    [Fact]
    public async Task Within_the_budget_every_call_passes()
    {
        var budget = Budget(new() { InvocationsPerHour = 300 });
        Assert.Equal(300, await PassAsync(budget, 300));
    }

    [Fact]
    public async Task Beyond_it_calls_are_refused_until_the_next_hour()
    {
        var budget = Budget(new() { InvocationsPerHour = 100 });
        Assert.Equal(100, await PassAsync(budget, 200));
        var error = await Assert.ThrowsAsync<BudgetExceededException>(() => budget.SpendAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Blobpress__Guard__InvocationsPerHour", error.Message, StringComparison.Ordinal);
        _clock.Now += TimeSpan.FromMinutes(1);
        await budget.SpendAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Instances_share_the_budget()
    {
        var limits = new GuardOptions { InvocationsPerHour = 100 };
        var one = Budget(limits);
        var other = Budget(limits);
        Assert.Equal(100, await PassAsync(one, 100));
        Assert.InRange(await PassAsync(other, 200), 0, 100);
    }

    [Fact]
    public async Task Bytes_count_as_well()
    {
        var traffic = new StorageTraffic();
        var pipeline = HttpPipelineBuilder.Build(new Options { Transport = new Echo() }, traffic);
        var budget = new HourlyBudget(_table, traffic, new() { BytesPerHour = 2000 }, _clock, NullLogger<HourlyBudget>.Instance);
        Assert.Equal(50, await PassAsync(budget, 50));
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Put;
        message.Request.Uri.Reset(new("https://site.blob.core.windows.net/$web/a"));
        message.Request.Content = RequestContent.Create(new byte[2001]);
        await pipeline.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(2001, traffic.Bytes);
        Assert.Equal(0, await PassAsync(budget, 50));
    }

    [Fact]
    public async Task Rows_of_earlier_hours_are_cleared_away()
    {
        var budget = Budget(new());
        await budget.SpendAsync(TestContext.Current.CancellationToken);
        _clock.Now += TimeSpan.FromHours(3);
        await budget.SpendAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("2026030113~", Assert.Single(_table.Query<TableEntity>(cancellationToken: TestContext.Current.CancellationToken)).RowKey, StringComparison.Ordinal);
    }

    private HourlyBudget Budget(GuardOptions limits) => new(_table, new StorageTraffic(), limits, _clock, NullLogger<HourlyBudget>.Instance);

    private static async Task<int> PassAsync(HourlyBudget budget, int calls)
    {
        var passed = 0;
        for (var call = 0; call < calls; call++)
        {
            try
            {
                await budget.SpendAsync(TestContext.Current.CancellationToken);
                passed++;
            }
            catch (BudgetExceededException)
            {
                // Counted by not being counted.
            }
        }

        return passed;
    }

    private sealed class Options : ClientOptions;

    private sealed class Echo() : HttpClientTransport(new HttpClient(new Handler()));

    private sealed class Handler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => Task.FromResult(new HttpResponseMessage());
    }

    private sealed class MovableClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
