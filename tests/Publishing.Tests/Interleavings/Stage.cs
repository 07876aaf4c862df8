using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Site.Settings;
using Blobpress.StorageDouble.Simulation;
using Blobpress.StorageDouble.Tracing;

namespace Blobpress.Publishing.Tests.Interleavings;

/// <summary>
/// A site whose processes go on one at a time, as a test says: one is held where it is about to send a request, others do
/// theirs meanwhile. Files beside the posts are the only images to be had.
/// </summary>
internal sealed class Stage
{
    private readonly StorageDouble.StorageAccount _stored;
    private readonly Scheduler _scheduler;
    private string _turn = "";

    public Stage()
    {
        _scheduler = new(calls => IndexOfTurn(calls) ?? throw new InvalidOperationException("A process that is held does not go on."));
        _stored = new(Clock, _scheduler);
        Publishers = Connect("publisher");
        Run(account => account.CreateAsync(CancellationToken.None));

        // Settings are in force: nothing is out of date because of them later on.
        Settle();
    }

    public SimulatedClock Clock { get; } = new();

    /// <summary>What does whatever a test leaves to no process by name.</summary>
    public Publishers Publishers { get; }

    /// <summary>Every file of the site with its bytes, as one text.</summary>
    public string Files() => string.Join('\n', _stored.Snapshot("$web").OrderBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => $"{file.Key}: {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file.Value.Content.Span))[..8]}"));

    /// <summary>The names of all files of the site.</summary>
    public IEnumerable<string> Names => _stored.Snapshot("$web").Keys;

    /// <summary>The names of all blobs of a container.</summary>
    public IEnumerable<string> Blobs(string container) => _stored.Snapshot(container).Keys;

    public string Text(string file) => BinaryData.FromBytes(_stored.Snapshot("$web")[file].Content).ToString();

    /// <summary>The rows of a table as "partition row".</summary>
    public IEnumerable<string> Rows(string table) => _stored.EntitiesOf(table).Select(row => $"{row.PartitionKey} {row.RowKey}");

    /// <summary>Begins a process's work and holds it where it is about to send a request.</summary>
    public HeldWork Hold(string process, Func<Publishers, Task> work, Func<StorageCall, bool> before)
    {
        var publishers = Connect(process);
        _turn = process;
        var held = new HeldWork(this, process, _scheduler.Start(() => work(publishers)));
        held.StepTo(before);
        return held;
    }

    /// <summary>Does something from its beginning to its end.</summary>
    public void Run(Func<Publishers, Task> work) => Finish("publisher", () => work(Publishers));

    /// <summary>An upload whose event is still to come.</summary>
    public void Put(string name, string text) => Run(account => account.Posts.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true));

    /// <summary>A deletion whose event is still to come.</summary>
    public void Delete(string name) => Run(account => account.Posts.GetBlobClient(name).DeleteAsync());

    public PublishReport Publish(string name)
    {
        PublishReport? report = null;
        Run(async publishers => report = await publishers.Sources.PublishAsync(name, CancellationToken.None).ConfigureAwait(false));
        return report!;
    }

    public PublishReport Upload(string name, string text)
    {
        Put(name, text);
        return Publish(name);
    }

    public void List() => Run(publishers => publishers.Listings.RunAsync(CancellationToken.None));

    /// <summary>Works off all messages and lists, and sweeps once more.</summary>
    public void Settle(bool thoroughly = false)
    {
        Sweep(thoroughly);
        while (WorkQueue())
        {
            List();
        }

        List();
    }

    /// <summary>Lets time go by, with a sweep each day.</summary>
    public void SettleFor(TimeSpan time)
    {
        for (Settle(); time > TimeSpan.Zero; time -= TimeSpan.FromDays(1))
        {
            Clock.Advance(TimeSpan.FromDays(1));
            Settle();
        }
    }

    public Sweeping.SweepReport Sweep(bool thoroughly = false)
    {
        Sweeping.SweepReport? report = null;
        Run(async publishers => report = await (thoroughly
            ? publishers.Sweep.RunThoroughlyAsync(CancellationToken.None)
            : publishers.Sweep.RunAsync(CancellationToken.None)).ConfigureAwait(false));
        return report!;
    }

    /// <summary>Takes the messages that are there, each as the trigger of its queue does.</summary>
    /// <returns>True where there were any.</returns>
    public bool WorkQueue()
    {
        var any = false;
        Run(async account =>
        {
            var messages = (await account.Publish.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1)).ConfigureAwait(false)).Value;
            foreach (var message in messages)
            {
                any = true;
                await Publishers.Messages.TakeUpAsync(message.Body.ToString(), CancellationToken.None).ConfigureAwait(false);
                await account.Publish.DeleteMessageAsync(message.MessageId, message.PopReceipt).ConfigureAwait(false);
            }
        });
        return any;
    }

    internal void Finish(string process, Task task)
    {
        _turn = process;
        while (!task.IsCompleted)
        {
            if (IndexOfTurn(_scheduler.Waiting) is null && !Clock.FireNext())
            {
                throw new InvalidOperationException("The process waits for nothing.");
            }

            Step(process);
        }

        task.GetAwaiter().GetResult();
    }

    internal StorageCall? Waiting(string process, Func<StorageCall, bool> which) => _scheduler.Waiting.FirstOrDefault(call => call.Process == process && which(call));

    internal void Step(string process)
    {
        _turn = process;
        if (IndexOfTurn(_scheduler.Waiting) is not null)
        {
            _scheduler.Step();
        }
    }

    private void Run(Func<Storage.StorageAccount, Task> work)
    {
        var account = Account("author");
        Finish("author", () => work(account));
    }

    private void Finish(string process, Func<Task> work)
    {
        _turn = process;
        Finish(process, _scheduler.Start(work));
    }

    private int? IndexOfTurn(IReadOnlyList<StorageCall> calls)
    {
        var at = calls.ToList().FindIndex(call => call.Process == _turn || (_turn == "author" && call.Process == "publisher"));
        return at < 0 ? null : at;
    }

    private Publishers Connect(string process) => new(Account(process), FetchAsync, EncodeAsync, new(), Clock);

    private Storage.StorageAccount Account(string process)
    {
        var connection = _stored.Connect(process);
        return new(connection.Blobs, connection.Queues, connection.Tables);
    }

    private static Task<FetchResult> FetchAsync(ImageRequest request, FetchSettings settings, CancellationToken cancel) =>
        Task.FromResult<FetchResult>(new FetchResult.Failed($"{request.Url}: answered 404 Not Found", null, Permanent: true));

    private static Task<ResizeResult> EncodeAsync(
        ReadOnlyMemory<byte> source, ImageSettings settings, FetchSettings limits, bool socialCard, CancellationToken cancel) =>
        Task.FromResult(ImageResizer.Resize(source, settings, limits, socialCard));
}

/// <summary>The work of a process that is held.</summary>
internal sealed class HeldWork(Stage stage, string process, Task task)
{
    /// <summary>Goes on, and holds it again where it is about to send another request.</summary>
    public void StepTo(Func<StorageCall, bool> before)
    {
        while (stage.Waiting(process, before) is null)
        {
            Assert.False(task.IsCompleted, "The process ended before it came to be held.");
            stage.Step(process);
        }
    }

    /// <summary>Goes on to its end, whatever that is.</summary>
    public void Finish() => stage.Finish(process, task);
}
