using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables;

/// <summary>One change of one entity, alone or in a transaction.</summary>
/// <param name="Kind">Insert, replace, merge or delete.</param>
/// <param name="Key">The entity's key.</param>
/// <param name="IfMatch">The ETag asked for, *, or null: without one a replace or a merge inserts what is missing.</param>
/// <param name="Properties">The new values; empty for a delete.</param>
internal sealed record Change(OperationKind Kind, EntityKey Key, string? IfMatch, IReadOnlyDictionary<string, object> Properties)
{
    public static Change Read(OperationKind kind, StorageRequest request, TablePath path)
    {
        if (request.Value is Change known)
        {
            known.Check();
            return known;
        }

        if (kind == OperationKind.DeleteEntity)
        {
            var wanted = request.Headers["If-Match"] ?? throw StorageError.InvalidHeaderValue("If-Match").Raise();
            return new(kind, path.Key!.Value, wanted, new Dictionary<string, object>());
        }

        var (partition, row, properties) = EntityReader.Read(request.Body);
        var key = path.Key ?? new EntityKey(Require(partition), Require(row));
        key.Check();
        return new(kind, key, request.Headers["If-Match"], properties);
    }

    /// <summary>Refuses what the service refuses in a key or in values.</summary>
    public void Check()
    {
        if (Kind != OperationKind.DeleteEntity)
        {
            EntityLimits.Check(Properties);
            Key.Check();
        }
    }

    private static string Require(string? key) => key ?? throw TableErrors.PropertiesNeedValue.Raise();
}
