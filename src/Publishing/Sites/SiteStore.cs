using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Pure;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Html.Liquid;
using Blobpress.Site.Html.Themes;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Sites;

/// <summary>Reads the settings and the theme in force. A compiled theme is kept as long as its document stays the same.</summary>
public sealed class SiteStore(StorageAccount account)
{
    /// <summary>The blob that holds the document in force.</summary>
    internal const string DocumentName = "site.json";

    // Another build of the engine may render the same post otherwise, so its identity is a part of the fingerprint.
    private static readonly string Engine = $"{typeof(Theme).Module.ModuleVersionId:N}{typeof(SiteStore).Module.ModuleVersionId:N}";

    private readonly BlobClient _blob = account.State.GetBlobClient(DocumentName);
    private volatile Kept? _kept;

    /// <summary>Settings and theme as in force now.</summary>
    public async Task<SiteContext> ReadAsync(CancellationToken cancel) => (await ReadKeptAsync(cancel).ConfigureAwait(false)).Context;

    /// <summary>The document in force and its ETag; null where nothing was ever configured.</summary>
    internal async Task<(SiteDocument Document, ETag? ETag)> ReadDocumentAsync(CancellationToken cancel)
    {
        var kept = await ReadKeptAsync(cancel).ConfigureAwait(false);
        return (kept.Document, kept.ETag);
    }

    /// <summary>Puts a document in force.</summary>
    /// <exception cref="RequestFailedException">409 or 412: another one came into force since.</exception>
    internal Task WriteDocumentAsync(SiteDocument document, ETag? seen, CancellationToken cancel)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(document, StateJson.Compact.SiteDocument);
        return _blob.UploadAsync(BinaryData.FromBytes(json), new BlobUploadOptions { Conditions = new FileVersion(seen, null, null).Condition }, cancel);
    }

    private async Task<Kept> ReadKeptAsync(CancellationToken cancel)
    {
        var kept = _kept;
        try
        {
            var options = new BlobDownloadOptions { Conditions = kept?.ETag is { } tag ? new() { IfNoneMatch = tag } : null };
            var response = await _blob.DownloadContentAsync(options, cancel).ConfigureAwait(false);
            if (response.GetRawResponse().Status != 304)
            {
                var document = JsonSerializer.Deserialize(response.Value.Content.ToMemory().Span, StateJson.Compact.SiteDocument)!;
                _kept = kept = new(document, response.Value.Details.ETag, ContextOf(document, cancel));
            }
        }
        catch (RequestFailedException error) when (error.Status == 304)
        {
            // As it was.
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            _kept = kept = new(SiteDocument.Default, null, ContextOf(SiteDocument.Default, cancel));
        }

        return kept!;
    }

    private static SiteContext ContextOf(SiteDocument document, CancellationToken cancel)
    {
        var settings = SettingsOf(document, cancel);
        var theme = ThemeOf(document, cancel);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Engine}\n{document.Generation}\n{document.Settings}\n{theme.Fingerprint}{LibraryOf(document)}"));
        var texts = document.Library.ToDictionary(file => file.Key, file => file.Value.Text);
        var (library, _) = PureWork.Try("The library", texts.Values.Sum(text => (long)text.Length), () => LiquidLibrary.Of(texts), cancel);
        return new(settings, theme, Convert.ToHexStringLower(hash)[..16]) { FormerPaths = document.FormerPaths, Library = library ?? LiquidLibrary.Empty };
    }

    /// <summary>The settings of a document.</summary>
    internal static SiteSettings SettingsOf(SiteDocument document, CancellationToken cancel)
    {
        // Only a document that was found right is ever put in force; an engine that grew stricter since falls back to its defaults.
        var (result, _) = PureWork.Try("site.yml", document.Settings.Length, () => SiteYaml.Parse(Encoding.UTF8.GetBytes(document.Settings)), cancel);
        return result is SettingsResult.Parsed(var parsed, _) ? parsed : new();
    }

    private static string LibraryOf(SiteDocument document) =>
        string.Concat(document.Library.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"\n{file.Key}\n{file.Value.Text.Length}\n{file.Value.Text}"));

    /// <summary>The theme of a document.</summary>
    internal static Theme ThemeOf(SiteDocument document, CancellationToken cancel) =>
        CompiledThemes.Of(document.Theme, cancel) is ThemeResult.Compiled(var compiled) ? compiled : Theme.Default;

    private sealed record Kept(SiteDocument Document, ETag? ETag, SiteContext Context);
}
