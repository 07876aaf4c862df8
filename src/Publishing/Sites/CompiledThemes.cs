using Blobpress.Publishing.Pure;
using Blobpress.Site.Html.Themes;

namespace Blobpress.Publishing.Sites;

/// <summary>
/// Compiles themes and keeps the last few: the same texts are judged, put in force and read again by each publisher of a
/// process, and compiling them costs as much as publishing dozens of posts. Safe for parallel use.
/// </summary>
internal static class CompiledThemes
{
    private const int Most = 8;

    // What templates make is bounded, and as much as a large post's page.
    private const int PureSize = 1024 * 1024;

    private static readonly Lock Gate = new();

    // The latest first.
    private static readonly List<(IReadOnlyDictionary<string, string> Texts, ThemeResult Result)> Kept = [];

    /// <summary>The theme of these texts, by blob name, or what is wrong with them; as <see cref="Theme.Compile"/> has it.</summary>
    public static ThemeResult Of(IReadOnlyDictionary<string, string> texts, CancellationToken cancel)
    {
        if (texts.Count == 0)
        {
            return new ThemeResult.Compiled(Theme.Default);
        }

        if (Find(texts) is { } known)
        {
            return known;
        }

        var copy = new Dictionary<string, string>(texts, StringComparer.Ordinal);
        var (compiled, fault) = PureWork.Try("The theme", PureSize, () => Theme.Compile(copy), cancel);
        var result = compiled ?? new ThemeResult.Rejected([new(copy.Keys.Order(StringComparer.Ordinal).First(), 0, 0, fault!.Message)]);
        lock (Gate)
        {
            Kept.Insert(0, (copy, result));
            Kept.RemoveRange(Math.Min(Most, Kept.Count), Math.Max(0, Kept.Count - Most));
        }

        return result;
    }

    private static ThemeResult? Find(IReadOnlyDictionary<string, string> texts)
    {
        lock (Gate)
        {
            var at = Kept.FindIndex(kept => Same(kept.Texts, texts));
            if (at < 0)
            {
                return null;
            }

            var found = Kept[at];
            Kept.RemoveAt(at);
            Kept.Insert(0, found);
            return found.Result;
        }
    }

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(file => other.TryGetValue(file.Key, out var text) && text == file.Value);
}
