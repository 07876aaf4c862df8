using System.Diagnostics.CodeAnalysis;

namespace Blobpress.StorageDouble.Wire;

/// <summary>Values by key, enumerated in key order from any key on.</summary>
internal sealed class OrderedMap<TKey, TValue>(IComparer<TKey> order)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> values = [];
    private readonly SortedSet<TKey> keys = new(order);

    public int Count => values.Count;

    public TValue this[TKey key]
    {
        set
        {
            if (!values.ContainsKey(key))
            {
                keys.Add(key);
            }

            values[key] = value;
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => values.TryGetValue(key, out value);

    public void Remove(TKey key)
    {
        if (values.Remove(key))
        {
            keys.Remove(key);
        }
    }

    public IEnumerable<KeyValuePair<TKey, TValue>> All() => keys.Select(key => KeyValuePair.Create(key, values[key]));

    /// <summary>The pairs whose key is the given one or comes after it.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> From(TKey first)
    {
        if (keys.Count == 0 || keys.Comparer.Compare(first, keys.Max!) > 0)
        {
            return [];
        }

        return keys.GetViewBetween(first, keys.Max!).Select(key => KeyValuePair.Create(key, values[key]));
    }
}
