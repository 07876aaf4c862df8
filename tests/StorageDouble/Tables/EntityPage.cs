namespace Blobpress.StorageDouble.Tables;

/// <summary>The answer to a query: entities in key order, and where to go on, or null.</summary>
internal sealed record EntityPage(IReadOnlyList<Entity> Entities, EntityKey? Next);
