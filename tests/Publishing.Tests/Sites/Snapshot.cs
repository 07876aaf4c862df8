using System.Text;
using Azure.Storage.Blobs;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>What a container holds.</summary>
internal static class Snapshot
{
    public static async Task<SortedDictionary<string, StoredFile>> OfAsync(BlobContainerClient container, CancellationToken cancel)
    {
        var files = new SortedDictionary<string, StoredFile>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancel))
        {
            var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync(cancel)).Value;
            files[blob.Name] = new(Encoding.UTF8.GetString(content.Content.ToMemory().Span), content.Details.ContentType, content.Details.CacheControl);
        }

        return files;
    }

    /// <summary>Which files differ and how each begins to; empty where none does.</summary>
    public static string Differences(IReadOnlyDictionary<string, StoredFile> expected, IReadOnlyDictionary<string, StoredFile> actual) => string.Join('\n', expected.Keys
        .Union(actual.Keys)
        .Where(name => !Equals(expected.GetValueOrDefault(name), actual.GetValueOrDefault(name)))
        .Select(name => Difference(name, expected.GetValueOrDefault(name)?.ToString() ?? "nothing", actual.GetValueOrDefault(name)?.ToString() ?? "nothing")));

    private static string Difference(string name, string expected, string actual)
    {
        var at = Math.Max(0, expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count() - 40);
        return $"{name}: should be '{Around(expected, at)}', is '{Around(actual, at)}'";
    }

    private static string Around(string text, int at) => text[Math.Min(at, text.Length)..Math.Min(at + 200, text.Length)];
}

/// <summary>A file as readers get it.</summary>
internal sealed record StoredFile(string Text, string ContentType, string CacheControl);
