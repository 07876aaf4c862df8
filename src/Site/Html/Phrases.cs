using System.Text.Json;

namespace Blobpress.Site.Html;

/// <summary>The words that stand in a post's body and are not its author's, from the built-in theme's list.</summary>
internal static class Phrases
{
    private const string Fallback = "en";

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> All = new(() =>
    {
        using var list = typeof(Phrases).Assembly.GetManifestResourceStream("theme/words.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(list)!;
    });

    /// <summary>The language of the list that comes nearest to a BCP 47 tag: one of few.</summary>
    public static string Nearest(string language)
    {
        var primary = language.Split('-', 2)[0].ToLowerInvariant();
        return All.Value.ContainsKey(primary) ? primary : Fallback;
    }

    /// <summary>The title of an alert of a kind (note, tip, important, warning, caution).</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="language">A language that <see cref="Nearest"/> gave.</param>
    public static string AlertTitle(string kind, string language) =>
        All.Value[language].GetValueOrDefault("alert_" + kind) ?? All.Value[Fallback]["alert_" + kind];
}
