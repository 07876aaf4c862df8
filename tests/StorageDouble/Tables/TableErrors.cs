using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables;

/// <summary>The errors of the table service, after its list of error codes.</summary>
internal static class TableErrors
{
    public static StorageError TableAlreadyExists { get; } = new(409, "TableAlreadyExists", "The table specified already exists.");

    public static StorageError TableNotFound { get; } = new(404, "TableNotFound", "The table specified does not exist.");

    public static StorageError EntityAlreadyExists { get; } = new(409, "EntityAlreadyExists", "The specified entity already exists.");

    public static StorageError ResourceNotFound { get; } = new(404, "ResourceNotFound", "The specified resource does not exist.");

    public static StorageError UpdateConditionNotSatisfied { get; } = new(412, "UpdateConditionNotSatisfied", "The update condition specified in the request was not satisfied.");

    public static StorageError PropertiesNeedValue { get; } = new(400, "PropertiesNeedValue", "The values are not specified for all properties in the entity.");

    public static StorageError PropertyValueTooLarge { get; } = new(400, "PropertyValueTooLarge", "The property value exceeds the maximum allowed size (64KB).");

    public static StorageError KeyValueTooLarge { get; } = new(400, "KeyValueTooLarge", "The value of the partition key or the row key is larger than 1 KiB.");

    public static StorageError EntityTooLarge { get; } = new(400, "EntityTooLarge", "The entity is larger than allowed by the Table Service.");

    public static StorageError TooManyProperties { get; } = new(400, "TooManyProperties", "The entity contains more properties than allowed.");

    public static StorageError OutOfRangeInput { get; } = new(400, "OutOfRangeInput", "One of the request inputs is out of range.");

    public static StorageError InvalidDuplicateRow { get; } = new(400, "InvalidDuplicateRow", "The batch request contains multiple changes with same row key. An entity can appear only once in a batch request.");

    public static StorageError CommandsInBatchActOnDifferentPartitions { get; } = new(400, "CommandsInBatchActOnDifferentPartitions", "All commands in a batch must operate on same entity group.");
}
