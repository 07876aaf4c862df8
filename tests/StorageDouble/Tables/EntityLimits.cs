namespace Blobpress.StorageDouble.Tables;

/// <summary>
/// The service's limits on an entity: 252 properties beside the keys and the timestamp, 64 KiB a value (strings in
/// UTF-16), 1 MiB in all.
/// </summary>
internal static class EntityLimits
{
    private const int MostProperties = 252;
    private const int LargestValue = 64 * 1024;
    private const int LargestEntity = 1024 * 1024;

    public static void Check(IReadOnlyDictionary<string, object> properties)
    {
        if (properties.Count > MostProperties)
        {
            throw TableErrors.TooManyProperties.Raise();
        }

        var total = 0;
        foreach (var (name, value) in properties)
        {
            var size = SizeOf(value);
            total += size + 8 + (2 * name.Length);
            if (size > LargestValue)
            {
                throw TableErrors.PropertyValueTooLarge.Raise();
            }
        }

        if (total > LargestEntity)
        {
            throw TableErrors.EntityTooLarge.Raise();
        }
    }

    private static int SizeOf(object value) => value switch
    {
        string text => 2 * text.Length,
        byte[] bytes => bytes.Length,
        Guid => 16,
        _ => 8,
    };
}
