using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Index;

/// <summary>
/// What is to be looked at again at a later moment. Each group is a partition of its own, so that a hundred thousand images
/// that are due stand in no post's way.
/// </summary>
public sealed class DueTimes(TableClient lists)
{
    // What table storage gives in one answer.
    private const int MostRowsAtOnce = 1000;

    /// <summary>Notes that a subject is to be looked at; noting it twice is noting it once.</summary>
    /// <param name="when">Whole seconds count.</param>
    /// <param name="kind">What is to be done.</param>
    /// <param name="subject">With what.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="after">Where to go on with what takes several steps; null from the beginning.</param>
    public Task AddAsync(DateTimeOffset when, DueKind kind, string subject, CancellationToken cancel, string? after = null) =>
        lists.UpsertEntityAsync(
            new TableEntity(PartitionOf(GroupOf(kind)), $"{Digits(when)}{kind}~{TableKey.Of(subject)}") { ["Kind"] = kind.ToString(), ["Subject"] = subject, ["After"] = after },
            TableUpdateMode.Replace,
            cancel);

    /// <summary>What of a group is due by now, the longest due first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<DueTime>> ReadAsync(DueGroup group, DateTimeOffset now, int most, CancellationToken cancel)
    {
        var due = new List<DueTime>();
        var (partition, end) = (PartitionOf(group), Digits(now.AddSeconds(1)));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {end}");
        await foreach (var row in lists.QueryAsync<TableEntity>(filter, Math.Min(most, MostRowsAtOnce), cancellationToken: cancel).ConfigureAwait(false))
        {
            due.Add(Of(row));
            if (due.Count == most)
            {
                break;
            }
        }

        return due;
    }

    /// <summary>Strikes one off, after what was due has been done; one that was noted again meanwhile, as for its next step, stays.</summary>
    public async Task RemoveAsync(DueTime due, CancellationToken cancel)
    {
        try
        {
            await lists.DeleteEntityAsync(due.Partition, due.RowKey, due.Seen, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            // It is done once more.
        }
    }

    /// <summary>True for a row of this kind.</summary>
    internal static bool IsDue(TableEntity row) => Enum.GetValues<DueGroup>().Any(group => PartitionOf(group) == row.PartitionKey);

    /// <summary>What a row says.</summary>
    internal static DueTime Of(TableEntity row) =>
        new(Enum.Parse<DueKind>(row.GetString("Kind")), row.GetString("Subject"), row.GetString("After"), row.PartitionKey, row.RowKey, row.ETag);

    private static DueGroup GroupOf(DueKind kind) => kind switch
    {
        DueKind.Post => DueGroup.Posts,
        DueKind.Image or DueKind.Host => DueGroup.Images,
        _ => DueGroup.Files,
    };

    private static string PartitionOf(DueGroup group) => group switch
    {
        DueGroup.Posts => "due",
        DueGroup.Files => "due|files",
        _ => "due|images",
    };

    private static string Digits(DateTimeOffset when) => when.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}

/// <summary>What is waited for together.</summary>
public enum DueGroup
{
    /// <summary>Posts to publish: a message each.</summary>
    Posts,

    /// <summary>Files to take away: a few calls each.</summary>
    Files,

    /// <summary>Images to ask for: up to half a minute each.</summary>
    Images,
}

/// <summary>What a due time is about.</summary>
public enum DueKind
{
    /// <summary>A post that appears or disappears.</summary>
    Post,

    /// <summary>An image to be fetched again, or whose posts are to show what became of it.</summary>
    Image,

    /// <summary>A host that gave no answer, to be tried again; or that answers again, and whose images are waited for.</summary>
    Host,

    /// <summary>An image that nothing shows any more, at the end of its grace period.</summary>
    Collect,

    /// <summary>A copy of an image that a newer one replaced, likewise.</summary>
    Replaced,
}

/// <summary>Something to be looked at now.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Subject">With what.</param>
/// <param name="After">Where to go on; null from the beginning.</param>
/// <param name="Partition">Where it is noted.</param>
/// <param name="RowKey">Likewise.</param>
/// <param name="Seen">As which it was read.</param>
public sealed record DueTime(DueKind Kind, string Subject, string? After, string Partition, string RowKey, ETag Seen);
