using System.Buffers;
using System.Text.Json;
using Blobpress.StorageDouble.Tables.Transactions;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables;

/// <summary>The table service: tables, and for each operation what performs it.</summary>
internal sealed class TableService(Stamps stamps)
{
    // Table names differ only where they differ without case.
    private readonly SortedDictionary<string, Table> tables = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Table> Tables => tables.Values;

    public StorageReply Perform(OperationKind kind, StorageRequest request) => kind switch
    {
        OperationKind.CreateTable => Create(request),
        OperationKind.QueryTables => TableListing.List(request, Tables),
        OperationKind.DeleteTable => Delete(TablePath.ReadTableName(request.Path)),
        OperationKind.EntityGroupTransaction => Transaction.Perform(request, Require, stamps),
        OperationKind.QueryEntities => EntityQuery.Perform(request, Require(TablePath.Read(request).Table)),
        OperationKind.GetEntity => Get(request, TablePath.Read(request)),
        _ => Apply(kind, request, TablePath.Read(request)),
    };

    public Table Require(string name) => tables.TryGetValue(name, out var table) ? table : throw TableErrors.TableNotFound.Raise();

    /// <summary>The answer to one change: without a body unless an insert asks for its entity.</summary>
    public static StorageReply Answer(OperationKind kind, StorageRequest request, Entity? entity)
    {
        if (request.IsDirect)
        {
            return new StorageReply(204) { Value = entity }.With("ETag", entity?.ETag);
        }

        var isInsert = kind == OperationKind.InsertEntity;
        var hasBody = isInsert && request.Headers["Prefer"] != "return-no-content";
        var reply = hasBody ? StorageReply.Json(201, EntityQuery.WriteOne(entity!, null)) : new StorageReply(204);
        return reply
            .With("ETag", entity?.ETag)
            .With("Preference-Applied", isInsert ? request.Headers["Prefer"] : null);
    }

    private StorageReply Apply(OperationKind kind, StorageRequest request, TablePath path)
    {
        var table = Require(path.Table);
        return Answer(kind, request, table.Apply(Change.Read(kind, request, path), stamps.Next()));
    }

    private StorageReply Get(StorageRequest request, TablePath path)
    {
        if (!Require(path.Table).Entities.TryGet(path.Key!.Value, out var entity))
        {
            return TableErrors.ResourceNotFound.ToReply(request);
        }

        return request.IsDirect
            ? new StorageReply(200) { Value = entity }
            : StorageReply.Json(200, EntityQuery.WriteOne(entity, EntityQuery.ReadSelect(request))).With("ETag", entity.ETag);
    }

    private StorageReply Create(StorageRequest request)
    {
        var name = (string?)request.Value ?? ReadName(request.Body);
        if (!tables.TryAdd(name, new Table(name)))
        {
            throw TableErrors.TableAlreadyExists.Raise();
        }

        if (request.IsDirect)
        {
            return new StorageReply(204);
        }

        if (request.Headers["Prefer"] == "return-no-content")
        {
            return new StorageReply(204).With("Preference-Applied", "return-no-content");
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            TableListing.Write(json, name);
        }

        return StorageReply.Json(201, buffer.WrittenMemory);
    }

    private static string ReadName(byte[] json)
    {
        using var body = JsonDocument.Parse(json);
        return body.RootElement.GetProperty("TableName").GetString()!;
    }

    private StorageReply Delete(string name) =>
        tables.Remove(name) ? new StorageReply(204) : throw TableErrors.ResourceNotFound.Raise();
}
