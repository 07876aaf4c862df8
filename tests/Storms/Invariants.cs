using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.StorageDouble;

namespace Blobpress.Storms;

/// <summary>What holds of any site that has come to rest, whatever a clean publish gives.</summary>
internal static partial class Invariants
{
    /// <summary>What does not hold, in words; null where all does.</summary>
    public static string? Broken(World world)
    {
        var site = world.Site();
        var states = States(world);
        var shown = Names(site.Values);
        string[] broken =
        [
            .. Unlinked(site, states).Select(page => $"{page} is published, and no links lead there from the home page"),
            .. shown.Where(image => !site.ContainsKey(image)).Select(image => $"{image} is shown and is not there"),
            .. Left(world, site, states),
            .. Rows(world, states),
        ];
        return broken.Length == 0 ? null : string.Join('\n', broken);
    }

    public static bool IsImage(string name) => name.StartsWith("images/", StringComparison.Ordinal);

    private static List<PostState> States(World world)
    {
        var states = new List<PostState>();
        world.Scheduler.Run(async () =>
        {
            await foreach (var state in new PostRecords(world.Processes[0].Account.Records).WalkAsync("", CancellationToken.None).ConfigureAwait(false))
            {
                states.Add(state);
            }
        });
        return states;
    }

    private static IEnumerable<string> Unlinked(IReadOnlyDictionary<string, StoredBlob> site, IReadOnlyList<PostState> states)
    {
        // A page of its own is in no list; only the menu leads there, where its owner puts it.
        var reached = Readers.Reach(site);
        return states.Select(state => state.Record?.Live).OfType<LivePost>().Where(live => !live.Summary.IsPage && !reached.Contains(live.Page)).Select(live => live.Page);
    }

    private static HashSet<string> Names(IEnumerable<StoredBlob> files) =>
        [.. files.Where(file => file.ContentType is not ("image/png" or "image/webp")).SelectMany(file => Image().Matches(Encoding.UTF8.GetString(file.Content.Span)).Select(match => match.Value))];

    // After all grace periods nothing is kept that nobody needs.
    private static IEnumerable<string> Left(World world, IReadOnlyDictionary<string, StoredBlob> site, IReadOnlyList<PostState> states)
    {
        var kept = world.Account.Snapshot("state");
        var copies = Names(site.Values.Concat(kept.Where(blob => blob.Key.StartsWith("content/", StringComparison.Ordinal)).Select(blob => blob.Value))).Select(HashOf).ToHashSet();
        var contents = states.SelectMany(state => state.Everything.Contents).Select(content => content.Name).ToHashSet();
        var pictures = world.Account.EntitiesOf("images");
        var records = string.Join('\n', pictures.Where(row => row.RowKey == "image").Select(row => (string)row.Properties["Json"]));
        var uses = states.SelectMany(state => state.Everything.Images.Select(image => $"{IdOf(image)} use~{TableKey.Of(state.Name)}")).ToHashSet();
        return
        [
            .. site.Keys.Where(IsImage).Where(image => !copies.Contains(HashOf(image))).Select(image => $"{image} is shown nowhere"),
            .. kept.Keys.Where(name => name.StartsWith("content/", StringComparison.Ordinal) && !contents.Contains(name)).Select(name => $"{name} is no post's"),
            .. kept.Keys.Where(name => name.StartsWith("originals/", StringComparison.Ordinal) && !records.Contains(name.Split('/')[^1], StringComparison.Ordinal)).Select(name => $"{name} is no image's"),
            .. pictures.Where(row => row.RowKey.StartsWith("use~", StringComparison.Ordinal) && !row.PartitionKey.StartsWith("hash~", StringComparison.Ordinal) && !uses.Contains($"{row.PartitionKey} {row.RowKey}"))
                .Select(row => $"image {row.PartitionKey} is shown by no post, but noted so: {row.RowKey}"),
        ];
    }

    private static string IdOf(string image) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(image)))[..32];

    private static string HashOf(string image) => image.Split('/')[^1].Split('-')[0];

    // Rows that are about a post must not outlive it.
    private static IEnumerable<string> Rows(World world, IReadOnlyList<PostState> states)
    {
        var posts = states.Where(state => state.Record is { Outcome: not SourceOutcome.Removed }).ToDictionary(state => state.Name);
        var lists = world.Account.EntitiesOf("lists");
        foreach (var row in lists.Where(row => row.PartitionKey == "pending"))
        {
            yield return $"pending row {row.RowKey} is left";
        }

        foreach (var row in lists.Where(row => row.PartitionKey == "due" && row.Properties["Kind"] is "Post" && !posts.ContainsKey((string)row.Properties["Subject"])))
        {
            yield return $"due row {row.RowKey} has no post";
        }

        foreach (var row in world.Account.EntitiesOf("urls").Where(row => !posts.ContainsKey((string)row.Properties["Name"])))
        {
            yield return $"claim {row.PartitionKey} {row.RowKey} has no post";
        }
    }

    [GeneratedRegex("""images/[0-9a-z]{2}/[0-9a-z]+-[0-9a-z.-]+[0-9a-z]""")]
    private static partial Regex Image();
}
