using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables;

/// <summary>A table and its entities in key order.</summary>
internal sealed class Table(string name)
{
    public string Name { get; } = name;

    public OrderedMap<EntityKey, Entity> Entities { get; } = new(EntityKey.Order);

    /// <summary>Makes one change, or throws and leaves all as it was. Returns the new version, null after a delete.</summary>
    public Entity? Apply(Change change, DateTimeOffset stamp)
    {
        Entities.TryGet(change.Key, out var current);
        Check(change, current);
        if (change.Kind == OperationKind.DeleteEntity)
        {
            Entities.Remove(change.Key);
            return null;
        }

        var entity = new Entity(change.Key, Combine(change, current), stamp);
        Entities[change.Key] = entity;
        return entity;
    }

    /// <summary>Puts an entity back as it was before a change.</summary>
    public void Restore(EntityKey key, Entity? before)
    {
        if (before is null)
        {
            Entities.Remove(key);
        }
        else
        {
            Entities[key] = before;
        }
    }

    private static void Check(Change change, Entity? current)
    {
        if (change.Kind == OperationKind.InsertEntity)
        {
            if (current is not null)
            {
                throw TableErrors.EntityAlreadyExists.Raise();
            }
        }
        else if (change.IfMatch is { } wanted)
        {
            var found = current ?? throw TableErrors.ResourceNotFound.Raise();
            if (wanted != "*" && wanted != found.ETag)
            {
                throw TableErrors.UpdateConditionNotSatisfied.Raise();
            }
        }
    }

    private static IReadOnlyDictionary<string, object> Combine(Change change, Entity? current)
    {
        if (change.Kind != OperationKind.MergeEntity || current is null)
        {
            return change.Properties;
        }

        var merged = new Dictionary<string, object>(current.Properties, StringComparer.Ordinal);
        foreach (var (name, value) in change.Properties)
        {
            merged[name] = value;
        }

        EntityLimits.Check(merged);
        return merged;
    }
}
