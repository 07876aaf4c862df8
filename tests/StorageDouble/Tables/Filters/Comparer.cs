namespace Blobpress.StorageDouble.Tables.Filters;

/// <summary>The comparison operators of $filter: eq, ne, gt, ge, lt, le.</summary>
internal enum Comparer
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}
