using System.Diagnostics.CodeAnalysis;

namespace Blobpress.StorageDouble.Wire;

/// <summary>Headers or query parameters: few, in order, names compared without case.</summary>
internal sealed class NameValues
{
    // A request has a dozen of them at most: a scan costs less than a hash table to build.
    private readonly List<KeyValuePair<string, string>> pairs = [];

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => pairs;

    public string? this[string name] => TryGet(name, out var value) ? value : null;

    public void Add(string name, string value) => pairs.Add(new(name, value));

    public void Set(string name, string value)
    {
        Remove(name);
        Add(name, value);
    }

    /// <summary>Adds the pair unless the value is null.</summary>
    public void AddIfAny(string name, string? value)
    {
        if (value is not null)
        {
            Add(name, value);
        }
    }

    public bool Contains(string name) => TryGet(name, out _);

    public bool Remove(string name) =>
        pairs.RemoveAll(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)) > 0;

    public bool TryGet(string name, [NotNullWhen(true)] out string? value)
    {
        foreach (var pair in pairs)
        {
            if (string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                value = pair.Value;
                return true;
            }
        }

        value = null;
        return false;
    }
}
