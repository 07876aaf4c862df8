using Azure.Data.Tables;

namespace Blobpress.StorageDouble.Direct;

/// <summary>The table service for a direct connection.</summary>
internal sealed class DirectTables(DirectCalls calls) : TableServiceClient
{
    public override TableClient GetTableClient(string tableName) => new DirectTable(calls, tableName);
}
