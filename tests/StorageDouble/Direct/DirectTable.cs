using System.Globalization;
using System.Linq.Expressions;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Blobpress.StorageDouble.Tables;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Direct;

/// <summary>A table for a direct connection.</summary>
internal sealed class DirectTable(DirectCalls calls, string table) : TableClient
{
    public override string Name => table;

    public override async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var request = new StorageRequest(StorageService.Table, "POST", "/Tables", NoValues, NoValues, []) { IsDirect = true, Value = table };
        var reply = await calls.SendAsync(request, OperationKind.CreateTable, cancellationToken).ConfigureAwait(false);
        return reply.Status < 400 || DirectCalls.CodeOf(reply) == TableErrors.TableAlreadyExists.Code
            ? Response.FromValue(new TableItem(table), DirectCalls.Raw(reply))
            : throw DirectCalls.Refusal(reply);
    }

    public override async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var reply = await calls.SendAsync(Request("GET", new(partitionKey, rowKey), NoValues), OperationKind.GetEntity, cancellationToken).ConfigureAwait(false);
        return reply switch
        {
            { Status: < 400, Value: Entity entity } => Response.FromValue(DirectEntities.Read<T>(entity, Names(select)), DirectCalls.Raw(reply)),
            { Status: 404 } => new NoEntity<T>(DirectCalls.Raw(reply)),
            _ => throw DirectCalls.Refusal(reply),
        };
    }

    public override AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        QueryAsync<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        new DirectPages<T>(async (after, size) =>
        {
            var query = new NameValues();
            query.AddIfAny("$filter", filter);
            query.AddIfAny("$top", (size ?? maxPerPage)?.ToString(CultureInfo.InvariantCulture));
            var request = new StorageRequest(StorageService.Table, "GET", $"/{table}()", query, NoValues, [])
            {
                IsDirect = true,
                Target = new TablePath(table, null, true),
                Value = after,
            };
            var reply = await calls.RequireAsync(request, OperationKind.QueryEntities, cancellationToken).ConfigureAwait(false);
            var page = (EntityPage)reply.Value!;
            var names = Names(select);
            return ([.. page.Entities.Select(entity => DirectEntities.Read<T>(entity, names))], page.Next, DirectCalls.Raw(reply));
        });

    public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) =>
        ChangeAsync("POST", OperationKind.InsertEntity, entity, null, cancellationToken);

    public override Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        ChangeAsync(Method(mode), Kind(mode), entity, null, cancellationToken);

    public override Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        ChangeAsync(Method(mode), Kind(mode), entity, ifMatch.ToString(), cancellationToken);

    public override async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        var change = Deletion(new(partitionKey, rowKey), ifMatch);
        var reply = await calls.SendAsync(Request("DELETE", change.Key, NoValues) with { Value = change }, OperationKind.DeleteEntity, cancellationToken).ConfigureAwait(false);
        return reply.Status is < 400 or 404 ? DirectCalls.Raw(reply) : throw DirectCalls.Refusal(reply);
    }

    public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var changes = transactionActions.Select(Request).ToList();
        var request = new StorageRequest(StorageService.Table, "POST", "/$batch", NoValues, NoValues, []) { IsDirect = true, Value = changes };
        var reply = await calls.SendAsync(request, OperationKind.EntityGroupTransaction, cancellationToken).ConfigureAwait(false);
        return reply.Value is IReadOnlyList<StorageReply> replies
            ? Response.FromValue<IReadOnlyList<Response>>([.. replies.Select(DirectCalls.Raw)], DirectCalls.Raw(reply))
            : throw new TableTransactionFailedException(DirectCalls.Refusal(reply.Value as StorageReply ?? reply));
    }

    private static NameValues NoValues { get; } = new();

    private static string Method(TableUpdateMode mode) => mode == TableUpdateMode.Replace ? "PUT" : "PATCH";

    private static OperationKind Kind(TableUpdateMode mode) => mode == TableUpdateMode.Replace ? OperationKind.ReplaceEntity : OperationKind.MergeEntity;

    private static HashSet<string>? Names(IEnumerable<string>? select) => select?.ToHashSet(StringComparer.Ordinal);

    // Without a condition the SDK deletes whatever there is.
    private static Change Deletion(EntityKey key, ETag ifMatch) =>
        new(OperationKind.DeleteEntity, key, ifMatch == default ? "*" : ifMatch.ToString(), new Dictionary<string, object>());

    private async Task<Response> ChangeAsync(string method, OperationKind kind, ITableEntity entity, string? ifMatch, CancellationToken cancel)
    {
        var change = new Change(kind, new(entity.PartitionKey, entity.RowKey), ifMatch, DirectEntities.ValuesOf(entity));
        var reply = await calls.RequireAsync(Request(method, change), kind, cancel).ConfigureAwait(false);
        return DirectCalls.Raw(reply);
    }

    private StorageRequest Request(TableTransactionAction action)
    {
        var key = new EntityKey(action.Entity.PartitionKey, action.Entity.RowKey);
        var ifMatch = action.ETag == default ? "*" : action.ETag.ToString();
        return action.ActionType switch
        {
            TableTransactionActionType.Add => Of("POST", OperationKind.InsertEntity, null),
            TableTransactionActionType.UpsertReplace => Of("PUT", OperationKind.ReplaceEntity, null),
            TableTransactionActionType.UpsertMerge => Of("PATCH", OperationKind.MergeEntity, null),
            TableTransactionActionType.UpdateReplace => Of("PUT", OperationKind.ReplaceEntity, ifMatch),
            TableTransactionActionType.UpdateMerge => Of("PATCH", OperationKind.MergeEntity, ifMatch),
            _ => Request("DELETE", Deletion(key, action.ETag)),
        };

        StorageRequest Of(string method, OperationKind kind, string? condition) =>
            Request(method, new Change(kind, key, condition, DirectEntities.ValuesOf(action.Entity)));
    }

    private StorageRequest Request(string method, Change change) => change.Kind == OperationKind.InsertEntity
        ? new(StorageService.Table, method, "/" + table, NoValues, NoValues, []) { IsDirect = true, Target = new TablePath(table, null, false), Value = change }
        : Request(method, change.Key, NoValues) with { Value = change };

    private StorageRequest Request(string method, EntityKey key, NameValues query) =>
        new(StorageService.Table, method, $"/{table}(PartitionKey='{Quoted(key.Partition)}',RowKey='{Quoted(key.Row)}')", query, NoValues, [])
        {
            IsDirect = true,
            Target = new TablePath(table, key, true),
        };

    private static string Quoted(string key) => key.Replace("'", "''", StringComparison.Ordinal);

    /// <summary>The SDK's answer where there is no entity.</summary>
    private sealed class NoEntity<T>(Response raw) : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("There is no such entity.");

        public override Response GetRawResponse() => raw;
    }
}
