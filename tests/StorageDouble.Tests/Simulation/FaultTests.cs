using Azure;
using Azure.Storage.Blobs;
using Blobpress.StorageDouble.Simulation;
using Blobpress.StorageDouble.Tracing;

namespace Blobpress.StorageDouble.Tests.Simulation;

public sealed class FaultTests
{
    private readonly StorageAccount account = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(409, "Conflict")]
    [InlineData(412, "ConditionNotMet")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(500, "InternalError")]
    [InlineData(503, "ServerBusy")]
    public async Task An_answer_without_the_deed(int status, string code)
    {
        var blob = await NewBlobAsync();
        account.Faults = _ => new Fault.Answer(status, code);
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => PutAsync(blob));
        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
        Assert.Empty(account.Snapshot("work"));
    }

    [Fact]
    public async Task A_reset_before_and_one_after_the_deed()
    {
        var blob = await NewBlobAsync();
        account.Faults = _ => Fault.ConnectionReset;
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => PutAsync(blob));
        Assert.Equal(0, refused.Status);
        Assert.IsType<HttpRequestException>(refused.InnerException);
        Assert.IsType<IOException>(refused.InnerException.InnerException);
        Assert.Empty(account.Snapshot("work"));

        account.Faults = _ => Fault.AnswerLost;
        await Assert.ThrowsAsync<RequestFailedException>(() => PutAsync(blob));
        Assert.Single(account.Snapshot("work"));
    }

    [Fact]
    public async Task A_time_out_before_and_one_after_the_deed()
    {
        var blob = await NewBlobAsync();
        account.Faults = _ => Fault.Timeout;
        await Assert.ThrowsAsync<TaskCanceledException>(() => PutAsync(blob));
        Assert.Empty(account.Snapshot("work"));

        account.Faults = _ => Fault.AnswerTimedOut;
        await Assert.ThrowsAsync<TaskCanceledException>(() => PutAsync(blob));
        Assert.Single(account.Snapshot("work"));
    }

    [Fact]
    public async Task The_SDK_tries_again_where_it_is_told_to()
    {
        await NewBlobAsync();
        var failures = 2;
        account.Faults = _ => failures-- > 0 ? Fault.ServerBusy : null;
        await PutAsync(account.Connect("patient", retries: 2).Blobs.GetBlobContainerClient("work").GetBlobClient("blob"));
        Assert.Single(account.Snapshot("work"));
    }

    [Fact]
    public void A_crash_leaves_the_process_waiting_for_ever_and_others_alone()
    {
        var scheduler = new Scheduler(5);
        var simulated = new StorageAccount(new SimulatedClock(), scheduler);
        var (one, two) = (simulated.Connect("one"), simulated.Connect("two"));
        scheduler.Run(() => Workload.PrepareAsync(one));
        var requests = 0;
        simulated.Faults = call => call.Process == "one" && ++requests == 10 ? Fault.CrashAfter : null;

        var crashed = scheduler.Start(() => Workload.RunAsync(one, 4));
        var survivor = scheduler.Start(() => Workload.RunAsync(two, 4));
        scheduler.RunUntilIdle();

        Assert.True(one.IsCrashed);
        Assert.False(crashed.IsCompleted);
        Assert.True(survivor.IsCompletedSuccessfully);
        Assert.Equal(10, requests);
        scheduler.Run(() => Workload.RunAsync(simulated.Connect("one"), 1));
    }

    [Fact]
    public void One_seed_gives_the_same_faults()
    {
        Assert.Equal(Run(1), Run(1));
        Assert.NotEqual(Run(1), Run(2));

        static List<string> Run(int seed)
        {
            var scheduler = new Scheduler(seed);
            var simulated = new StorageAccount(new SimulatedClock(), scheduler);
            var connection = simulated.Connect();
            scheduler.Run(() => Workload.PrepareAsync(connection));
            simulated.Faults = new RandomFaults(seed, 0.1, Fault.ServerBusy, Fault.AnswerLost, Fault.Timeout, Fault.ConnectionReset).Choose;
            for (var attempt = 0; attempt < 20; attempt++)
            {
                scheduler.Start(() => Workload.RunAsync(connection, 1));
            }

            scheduler.RunUntilIdle();
            return [.. simulated.Trace.Requests.Select(request => $"{request}")];
        }
    }

    [Fact]
    public async Task What_the_double_does_not_serve_is_said_aloud()
    {
        var blob = await NewBlobAsync();
        var error = await Assert.ThrowsAsync<UnservedRequestException>(() => blob.GetTagsAsync(cancellationToken: Cancel));
        Assert.Contains("comp=tags", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_and_bytes_are_counted_by_kind()
    {
        var blob = await NewBlobAsync();
        var before = account.Trace.Counts;
        await PutAsync(blob);
        await PutAsync(blob);
        await blob.DownloadContentAsync(Cancel);

        var counts = account.Trace.Counts - before;

        Assert.Equal((2, 1, 3), (counts[OperationKind.PutBlob], counts[OperationKind.GetBlob], counts.Total));
        Assert.Equal((8, 4), (counts.BytesWritten, counts.BytesRead));
        Assert.Equal("process: GetBlob GET /work/blob -> 200", account.Trace.Requests[^1].ToString());
    }

    private static async Task PutAsync(BlobClient blob) => await blob.UploadAsync(BinaryData.FromString("text"), overwrite: true, Cancel);

    private async Task<BlobClient> NewBlobAsync()
    {
        var container = account.Connect().Blobs.GetBlobContainerClient("work");
        await container.CreateAsync(cancellationToken: Cancel);
        return container.GetBlobClient("blob");
    }
}
