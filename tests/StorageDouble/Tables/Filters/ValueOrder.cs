namespace Blobpress.StorageDouble.Tables.Filters;

/// <summary>Compares a stored value with a literal.</summary>
internal static class ValueOrder
{
    /// <summary>The order, or null where the types cannot be compared. Strings compare ordinally, numbers by value.</summary>
    public static int? Compare(object value, object literal) => (value, literal) switch
    {
        (string one, string other) => string.CompareOrdinal(one, other),
        (bool one, bool other) => one.CompareTo(other),
        (DateTimeOffset one, DateTimeOffset other) => one.CompareTo(other),
        (Guid one, Guid other) => one.CompareTo(other),
        (byte[] one, byte[] other) => one.AsSpan().SequenceCompareTo(other),
        (int or long, int or long) => ToLong(value).CompareTo(ToLong(literal)),
        (int or long or double, int or long or double) => ToDouble(value).CompareTo(ToDouble(literal)),
        _ => null,
    };

    private static long ToLong(object number) => number is int small ? small : (long)number;

    private static double ToDouble(object number) => number is double real ? real : ToLong(number);
}
