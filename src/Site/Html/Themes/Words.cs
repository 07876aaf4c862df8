using System.Globalization;
using System.Text.Json;

namespace Blobpress.Site.Html.Themes;

/// <summary>The words of the theme's own furniture, by language. The owner's list adds to the built-in one and wins over it.</summary>
internal sealed class Words
{
    private readonly SortedDictionary<string, Dictionary<string, string>> languages = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="lists">JSON texts, <c>{"en": {"home": "Home"}}</c>; a later one wins.</param>
    /// <exception cref="JsonException">A text is no such object.</exception>
    public Words(params IEnumerable<string> lists)
    {
        foreach (var list in lists)
            Add(JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>?>>(list) ?? []);
    }

    /// <summary>English, over it the language, over it the language as spoken in a region, as far as there are any.</summary>
    public Dictionary<string, string> For(string language)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in new[] { "en", Primary(language), language })
        {
            if (languages.TryGetValue(tag, out var list))
                Merge(words, list);
        }

        return words;
    }

    /// <summary>The language without script and region, lower-case (BCP 47's primary subtag).</summary>
    public static string Primary(string language) => language.Split('-', 2)[0].ToLower(CultureInfo.InvariantCulture);

    private void Add(Dictionary<string, Dictionary<string, string>?> list)
    {
        foreach (var (language, words) in list)
        {
            languages.TryAdd(language, new(StringComparer.Ordinal));
            Merge(languages[language], words ?? []);
        }
    }

    private static void Merge(Dictionary<string, string> into, Dictionary<string, string> from)
    {
        foreach (var (key, word) in from)
            into[key] = word;
    }
}
