using Blobpress.Site.Posts;
using Blobpress.Site.Values;

namespace Blobpress.Site.Settings;

/// <summary>A mapping in <c>site.yml</c> and what each of its keys sets.</summary>
/// <param name="prefix">The section's own key and a dot, for messages; empty at the top.</param>
/// <param name="keys">By key as documented: the settings with that one set.</param>
internal sealed class SettingsSection<T>(string prefix, IReadOnlyDictionary<string, Func<T, Setting, T>> keys)
{
    private readonly Dictionary<string, Func<T, Setting, T>> _byName =
        keys.ToDictionary(key => Entry.NameOf(key.Key), key => key.Value, StringComparer.Ordinal);

    /// <summary>The settings as the mapping changes them; what is wrong with it goes to <paramref name="reasons"/>.</summary>
    public T Read(T settings, Value.Map map, List<Reason> reasons)
    {
        foreach (var entry in map.Entries)
        {
            if (!_byName.TryGetValue(entry.Name, out var set)) reasons.Add(Unknown(entry));
            else if (entry.Value is not Value.Scalar { IsEmpty: true }) settings = set(settings, new Setting(prefix + entry.Key, entry.Value, reasons));
        }

        return settings;
    }

    private Reason Unknown(Entry entry)
    {
        var nearest = keys.Keys.MinBy(key => EditDistance.Between(key, entry.Key));
        return entry.At.Says($"'{prefix}{entry.Key}' is no setting; the nearest is '{prefix}{nearest}'.");
    }
}
