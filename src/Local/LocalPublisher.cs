using Blobpress.Local.Options;
using Blobpress.Local.Reports;

namespace Blobpress.Local;

/// <summary>Publishes files of the folder, given by name.</summary>
/// <param name="storage">Holds the sources and takes the site.</param>
/// <param name="connectTo">Where images of some hosts are really to be had.</param>
public sealed class LocalPublisher(LocalStorage storage, IReadOnlyList<ConnectTo> connectTo)
{
    /// <summary>The storage it publishes in.</summary>
    public LocalStorage Storage { get; } = storage;

    /// <summary>Where images of some hosts are really to be had.</summary>
    public IReadOnlyList<ConnectTo> ConnectTo { get; } = connectTo;

    /// <summary>Makes the site match the sources of these names; a name whose source is gone is removed from the site.</summary>
    /// <returns>A report for each post among them.</returns>
    public async Task<IReadOnlyList<PostReport>> PublishAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var reports = new List<PostReport>();
        foreach (var name in names.Where(IsPost))
        {
            var exists = await Storage.Posts.GetBlobClient(name).ExistsAsync(cancel);
            reports.Add(new PostReport { Source = name, Outcome = exists ? PostOutcome.Unchanged : PostOutcome.Removed });
        }

        return reports;
    }

    private static bool IsPost(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".md" or ".markdown" or ".html";
}
