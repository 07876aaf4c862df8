using System.Text;
using Blobpress.StorageDouble;

namespace Blobpress.Storms;

/// <summary>Compares two sites, byte for byte.</summary>
internal static class SiteComparison
{
    /// <summary>What differs, in words; null for nothing.</summary>
    public static string? Differences(IReadOnlyDictionary<string, StoredBlob> clean, IReadOnlyDictionary<string, StoredBlob> storm)
    {
        var lines = clean.Keys.Union(storm.Keys).Order(StringComparer.Ordinal).Select(name => Difference(name, clean.GetValueOrDefault(name), storm.GetValueOrDefault(name))).OfType<string>().ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static string? Difference(string name, StoredBlob? clean, StoredBlob? storm)
    {
        if (clean is null)
        {
            // A copy of an image that a storm made and nothing shows costs its bytes and harms no reader; see Storm.
            return name.StartsWith("images/", StringComparison.Ordinal) ? null : $"{name} is there and should not be";
        }

        if (storm is null)
        {
            return $"{name} is missing";
        }

        return clean.Equals(storm) ? null : $"{name} differs: {FirstDifference(Text(clean), Text(storm))}";
    }

    private static string FirstDifference(string clean, string storm)
    {
        var at = clean.Zip(storm).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"should be '{Around(clean, at)}', is '{Around(storm, at)}'";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 100)].ReplaceLineEndings("\\n");

    private static string Text(StoredBlob blob) => $"{blob.ContentType} {blob.CacheControl} {Encoding.UTF8.GetString(blob.Content.Span)}";
}
