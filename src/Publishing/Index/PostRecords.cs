using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Index;

/// <summary>Reads and writes the records of posts.</summary>
public sealed class PostRecords(TableClient table)
{
    private const string RecordRow = "record";
    private const string IndexedRow = "indexed";

    private const string JsonColumn = "Json";
    private const string NameColumn = "Name";

    /// <summary>Everything kept of a name, in one query.</summary>
    public async Task<PostState> ReadAsync(string name, CancellationToken cancel)
    {
        var key = TableKey.Of(name);
        var state = PostState.Unknown(name);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key}"), cancellationToken: cancel).ConfigureAwait(false))
        {
            state = With(state, row);
        }

        return state;
    }

    /// <summary>All names from <paramref name="after"/> on, for the sweep: in ordinal order, but for those that <see cref="TableKey.KeepsOrder"/> names.</summary>
    /// <param name="after">A name.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="atOnce">Rows, of which a name has two at most, that storage is asked for at a time; null for as many as it gives.</param>
    public async IAsyncEnumerable<PostState> WalkAsync(
        string after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel, int? atOnce = null)
    {
        PostState? state = null;
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey gt {TableKey.Of(after)}"), atOnce, cancellationToken: cancel).ConfigureAwait(false))
        {
            var name = NamedRow.NameIn(row, row.PartitionKey, NameColumn);
            if (state is not null && state.Name != name)
            {
                yield return state;
                state = null;
            }

            state = With(state ?? PostState.Unknown(name), row);
        }

        if (state is not null)
        {
            yield return state;
        }
    }

    /// <summary>Writes a record over the one that was read.</summary>
    /// <returns>The state as it is now.</returns>
    /// <exception cref="RequestFailedException">409 or 412: another publisher wrote it since.</exception>
    public async Task<PostState> WriteAsync(PostState state, PostRecord record, CancellationToken cancel)
    {
        var json = JsonSerializer.Serialize(record, StateJson.Compact.PostRecord);
        var revision = RevisionOf(json);
        var row = Row(state.Name, RecordRow, json, revision);
        var response = state.RecordETag is { } tag
            ? await table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancel).ConfigureAwait(false)
            : await table.AddEntityAsync(row, cancel).ConfigureAwait(false);
        return state with { Record = record, RecordETag = response.Headers.ETag, Revision = revision };
    }

    /// <summary>Writes the record again as it was, so that whoever read it before and is still at work starts over.</summary>
    /// <exception cref="RequestFailedException">412: it was written since.</exception>
    public Task<PostState> TouchAsync(PostState state, CancellationToken cancel) => WriteAsync(state, state.Record!, cancel);

    /// <summary>Notes what the lists show now.</summary>
    /// <exception cref="RequestFailedException">409, 412 or 404: another listing publisher noted something since.</exception>
    public async Task ConfirmAsync(PostState state, IndexedPost indexed, CancellationToken cancel)
    {
        var row = Row(state.Name, IndexedRow, JsonSerializer.Serialize(indexed, StateJson.Compact.IndexedPost), indexed.Revision);
        _ = state.IndexedETag is { } tag
            ? await table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancel).ConfigureAwait(false)
            : await table.AddEntityAsync(row, cancel).ConfigureAwait(false);
    }

    /// <summary>Forgets a name of which nothing is left.</summary>
    /// <exception cref="RequestFailedException">412 or 404: it was published again since, or forgotten.</exception>
    public async Task ForgetAsync(PostState state, CancellationToken cancel)
    {
        var rows = new[] { (Row: RecordRow, ETag: state.RecordETag), (Row: IndexedRow, ETag: state.IndexedETag) };
        var deletes = rows.Where(row => row.ETag is not null)
            .Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(TableKey.Of(state.Name), row.Row), row.ETag!.Value)).ToList();
        if (deletes.Count > 0)
        {
            await table.SubmitTransactionAsync(deletes, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The revision that a record gets when it is written.</summary>
    public static string RevisionOf(PostRecord record) => RevisionOf(JsonSerializer.Serialize(record, StateJson.Compact.PostRecord));

    private static string RevisionOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..24];

    private static TableEntity Row(string name, string kind, string json, string revision)
    {
        var row = NamedRow.Of(TableKey.Of(name), kind, NameColumn, name);
        row["Revision"] = revision;
        foreach (var (column, part) in LongColumn.Split(JsonColumn, json))
        {
            row[column] = part;
        }

        return row;
    }

    private static PostState With(PostState state, TableEntity row)
    {
        var json = LongColumn.Join(row, JsonColumn);
        return row.RowKey switch
        {
            RecordRow => state with
            {
                Record = Read(json, StateJson.Compact.PostRecord),
                RecordETag = row.ETag,
                Revision = row.GetString("Revision"),
            },
            IndexedRow => state with { Indexed = Read(json, StateJson.Compact.IndexedPost), IndexedETag = row.ETag },
            _ => state,
        };
    }

    // What another version of the engine wrote, or a hand, is taken as unknown and written anew: everything follows from the sources.
    private static T? Read<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
