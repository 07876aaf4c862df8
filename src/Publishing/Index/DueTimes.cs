using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Index;

/// <summary>What is to be looked at again at a later moment: scheduled posts, expiring ones, images that failed.</summary>
public sealed class DueTimes(TableClient lists)
{
    private const string Partition = "due";

    // What table storage gives in one answer.
    private const int MostRowsAtOnce = 1000;

    /// <summary>Notes that a subject is to be looked at; noting it twice is noting it once.</summary>
    public Task AddAsync(DateTimeOffset when, DueKind kind, string subject, CancellationToken cancel) =>
        lists.UpsertEntityAsync(
            new TableEntity(Partition, $"{Digits(when)}{kind}~{TableKey.Of(subject)}") { ["Kind"] = kind.ToString(), ["Subject"] = subject },
            TableUpdateMode.Replace,
            cancel);

    /// <summary>What is due by now, the longest due first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<DueTime>> ReadAsync(DateTimeOffset now, int most, CancellationToken cancel)
    {
        var due = new List<DueTime>();
        var end = Digits(now.AddSeconds(1));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {end}");
        await foreach (var row in lists.QueryAsync<TableEntity>(filter, Math.Min(most, MostRowsAtOnce), cancellationToken: cancel).ConfigureAwait(false))
        {
            due.Add(new(Enum.Parse<DueKind>(row.GetString("Kind")), row.GetString("Subject"), row.RowKey));
            if (due.Count == most)
            {
                break;
            }
        }

        return due;
    }

    /// <summary>Strikes one off, after what was due has been done.</summary>
    public Task RemoveAsync(DueTime due, CancellationToken cancel) => lists.DeleteEntityAsync(Partition, due.RowKey, ETag.All, cancel);

    private static string Digits(DateTimeOffset when) => when.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}

/// <summary>What a due time is about.</summary>
public enum DueKind
{
    /// <summary>A post that appears or disappears.</summary>
    Post,

    /// <summary>An image to be fetched again.</summary>
    Image,

    /// <summary>An image that nothing shows any more, at the end of its grace period.</summary>
    Collect,

    /// <summary>A copy of an image that a newer one replaced, likewise.</summary>
    Replaced,
}

/// <summary>Something to be looked at now.</summary>
public sealed record DueTime(DueKind Kind, string Subject, string RowKey);
