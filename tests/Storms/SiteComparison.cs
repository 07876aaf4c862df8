using System.Text;
using Blobpress.StorageDouble;

namespace Blobpress.Storms;

/// <summary>Compares two sites, byte for byte. Which images are there is for <see cref="Invariants"/> to say: pages name them, and a clean site may still keep some for a while.</summary>
internal static class SiteComparison
{
    /// <summary>What differs, in words; null for nothing.</summary>
    public static string? Differences(IReadOnlyDictionary<string, StoredBlob> clean, IReadOnlyDictionary<string, StoredBlob> storm)
    {
        var lines = clean.Keys.Union(storm.Keys).Order(StringComparer.Ordinal).Select(name => Difference(name, clean, storm)).OfType<string>().ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static string? Difference(string name, IReadOnlyDictionary<string, StoredBlob> clean, IReadOnlyDictionary<string, StoredBlob> storm)
    {
        if (!clean.TryGetValue(name, out var expected))
        {
            return Invariants.IsImage(name) ? null : $"{name} is there and should not be";
        }

        if (!storm.TryGetValue(name, out var actual))
        {
            return Invariants.IsImage(name) ? null : $"{name} is missing";
        }

        return expected.Equals(actual) ? null : $"{name} differs: {FirstDifference(Text(expected), Text(actual))}";
    }

    private static string FirstDifference(string clean, string storm)
    {
        var at = clean.Zip(storm).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"should be '{Around(clean, at)}', is '{Around(storm, at)}'";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 100)].ReplaceLineEndings("\\n");

    private static string Text(StoredBlob blob) => $"{blob.ContentType} {blob.CacheControl} {Encoding.UTF8.GetString(blob.Content.Span)}";
}
