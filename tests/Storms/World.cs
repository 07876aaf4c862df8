using Blobpress.Publishing.Images;
using Blobpress.StorageDouble;
using Blobpress.StorageDouble.Simulation;
using Blobpress.Storms.Authors;

namespace Blobpress.Storms;

/// <summary>An account, its clock, its authors and the processes that publish.</summary>
internal sealed class World : IDisposable
{
    private readonly bool _overTheWire;
    private readonly StorageConnection _authors;
    private readonly List<PublisherProcess> _processes = [];
    private readonly ImageFetcher _fetcher = new();
    private readonly List<TimeSpan> _ahead = [];

    public World(int seed, int processes, int skew = 0, bool overTheWire = false)
    {
        var clocks = new Random(seed);
        _overTheWire = overTheWire;
        Clock = new();
        Scheduler = new(seed, Clock);
        Account = new(Clock, Scheduler) { Trace = { KeepsRequests = false } };
        _authors = Connect("authors");
        for (var number = 0; number < processes; number++)
        {
            _ahead.Add(TimeSpan.FromSeconds(clocks.Next(-skew, skew + 1)));
            _processes.Add(Process(number));
        }

        Scheduler.Run(_processes[0].CreateAsync);
    }

    public StorageAccount Account { get; }

    public SimulatedClock Clock { get; }

    public Scheduler Scheduler { get; }

    public IReadOnlyList<PublisherProcess> Processes => _processes;

    /// <summary>Lets time go by; what waits for the clock goes on.</summary>
    public void Wait(TimeSpan span) => Scheduler.Run(() =>
    {
        Clock.Advance(span);
        return Task.CompletedTask;
    });

    /// <summary>Replaces the processes that crashed by new ones.</summary>
    public void RestartCrashed()
    {
        for (var number = 0; number < _processes.Count; number++)
        {
            if (_processes[number].IsCrashed)
            {
                _processes[number] = Process(number);
            }
        }
    }

    /// <summary>What an author does; no fault ever meets it.</summary>
    public Task ActAsync(AuthorAction action)
    {
        var blob = _authors.Blobs.GetBlobContainerClient("posts").GetBlobClient(action.Name);
        return action.Text is null
            ? blob.DeleteIfExistsAsync()
            : blob.UploadAsync(Picture.Bytes(action.Name, action.Text), overwrite: true);
    }

    /// <summary>The sources as they are now.</summary>
    public IReadOnlyDictionary<string, string> Sources() =>
        Account.Snapshot("posts").ToDictionary(blob => blob.Key, blob => Picture.Text(blob.Key, blob.Value.Content.Span));

    public IReadOnlyDictionary<string, StoredBlob> Site() => Account.Snapshot("$web");

    public void Dispose() => _fetcher.Dispose();

    private PublisherProcess Process(int number) => new(Connect($"publisher-{number}"), _fetcher, new SkewedClock(Clock, _ahead[number]));

    private StorageConnection Connect(string process) => _overTheWire ? Account.Connect(process) : Account.ConnectDirectly(process);
}
