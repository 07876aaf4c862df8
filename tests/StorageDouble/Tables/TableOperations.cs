using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables;

/// <summary>Which table operation a request asks for; null where the double does not have it.</summary>
internal static class TableOperations
{
    public static OperationKind? Classify(StorageRequest request)
    {
        var path = TablePath.Read(request);
        return path.Table switch
        {
            "$batch" => OperationKind.EntityGroupTransaction,
            "Tables" => OfTables(request.Method, path.HasParentheses),
            _ => OfEntities(request, path),
        };
    }

    /// <summary>The change a request in a transaction asks for.</summary>
    public static OperationKind? ClassifyChange(StorageRequest request, TablePath path) => (request.Method, path.Key) switch
    {
        ("POST", null) => OperationKind.InsertEntity,
        ("PUT", not null) => OperationKind.ReplaceEntity,
        ("PATCH" or "MERGE", not null) => OperationKind.MergeEntity,
        ("DELETE", not null) => OperationKind.DeleteEntity,
        _ => null,
    };

    private static OperationKind? OfTables(string method, bool isOne) => (method, isOne) switch
    {
        ("POST", _) => OperationKind.CreateTable,
        ("GET", _) => OperationKind.QueryTables,
        ("DELETE", true) => OperationKind.DeleteTable,
        _ => null,
    };

    private static OperationKind? OfEntities(StorageRequest request, TablePath path) => (request.Method, path.Key) switch
    {
        ("GET", null) when !request.Query.Contains("comp") => OperationKind.QueryEntities,
        ("GET", not null) => OperationKind.GetEntity,
        _ => ClassifyChange(request, path),
    };
}
