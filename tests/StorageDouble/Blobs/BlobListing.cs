using System.Globalization;
using System.Text;
using System.Xml;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>List Blobs: flat or by a delimiter, by prefix, in pages of at most 5,000.</summary>
internal static class BlobListing
{
    private const int LargestPage = 5_000;

    public static StorageReply List(StorageRequest request, Container container, DateTimeOffset now)
    {
        var prefix = request.Query["prefix"] ?? "";
        var limit = Math.Min(int.Parse(request.Query["maxresults"] ?? "5000", CultureInfo.InvariantCulture), LargestPage);
        var page = Entries(container, prefix, request.Query["marker"] ?? "", request.Query["delimiter"]).Take(limit + 1).ToList();
        var next = page.Count > limit ? page[limit].Name : "";
        if (request.IsDirect)
        {
            return new StorageReply(200) { Value = new BlobPage([.. page.Take(limit).Select(entry => (entry.Name, entry.Slot?.Blob))], next.Length > 0 ? next : null) };
        }

        var includesMetadata = request.Query["include"]?.Split(',').Contains("metadata", StringComparer.OrdinalIgnoreCase) ?? false;
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("EnumerationResults");
            xml.WriteAttributeString("ServiceEndpoint", "https://double.blob.core.windows.net/");
            xml.WriteAttributeString("ContainerName", container.Name);
            xml.WriteStartElement("Blobs");
            foreach (var entry in page.Take(limit))
            {
                Write(xml, entry, includesMetadata, now);
            }

            xml.WriteEndElement();
            xml.WriteElementString("NextMarker", Uri.EscapeDataString(next));
        }

        return StorageReply.Xml(200, text.ToString());
    }

    /// <summary>Blobs, and with a delimiter the prefixes that stand for all blobs below them (with no slot).</summary>
    private static IEnumerable<(string Name, BlobSlot? Slot)> Entries(Container container, string prefix, string marker, string? delimiter)
    {
        var first = Uri.UnescapeDataString(marker);
        string? folder = null;
        foreach (var (name, slot) in container.Slots.From(string.CompareOrdinal(first, prefix) > 0 ? first : prefix))
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield break;
            }

            if (slot.Blob is null || (folder is not null && name.StartsWith(folder, StringComparison.Ordinal)))
            {
                continue;
            }

            var cut = string.IsNullOrEmpty(delimiter) ? -1 : name.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            folder = cut < 0 ? null : name[..(cut + delimiter!.Length)];
            yield return folder is null ? (name, slot) : (folder, null);
        }
    }

    private static void Write(XmlWriter xml, (string Name, BlobSlot? Slot) entry, bool includesMetadata, DateTimeOffset now)
    {
        xml.WriteStartElement(entry.Slot is null ? "BlobPrefix" : "Blob");
        WriteName(xml, entry.Name);
        if (entry.Slot is { Blob: { } blob } slot)
        {
            WriteProperties(xml, blob, slot.Lease, now);
            if (includesMetadata)
            {
                WriteMetadata(xml, blob.Metadata);
            }
        }

        xml.WriteEndElement();
    }

    // A name may hold what XML can't, and is then percent-encoded and marked so.
    private static void WriteName(XmlWriter xml, string name)
    {
        var isEncoded = name.Any(letter => letter < ' ' || letter is '\uFFFE' or '\uFFFF');
        xml.WriteStartElement("Name");
        if (isEncoded)
        {
            xml.WriteAttributeString("Encoded", "true");
        }

        xml.WriteString(isEncoded ? Uri.EscapeDataString(name) : name);
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, Blob blob, Lease lease, DateTimeOffset now)
    {
        var state = lease.StateAt(now);
        xml.WriteStartElement("Properties");
        xml.WriteElementString("Creation-Time", blob.Created.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteElementString("Last-Modified", blob.Modified.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteElementString("Etag", blob.ETag.Trim('"'));
        xml.WriteElementString("Content-Length", blob.Content.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("Content-Type", blob.Headers.Type);
        xml.WriteElementString("Content-Encoding", blob.Headers.Encoding);
        xml.WriteElementString("Content-Language", blob.Headers.Language);
        xml.WriteElementString("Content-MD5", blob.Headers.Md5);
        xml.WriteElementString("Content-Disposition", blob.Headers.Disposition);
        xml.WriteElementString("Cache-Control", blob.Headers.CacheControl);
        xml.WriteElementString("BlobType", "BlockBlob");
        xml.WriteElementString("LeaseStatus", state is LeaseState.Leased or LeaseState.Breaking ? "locked" : "unlocked");
        xml.WriteElementString("LeaseState", state.ToString().ToLowerInvariant());
        xml.WriteElementString("ServerEncrypted", "true");
        xml.WriteEndElement();
    }

    private static void WriteMetadata(XmlWriter xml, IReadOnlyList<KeyValuePair<string, string>> metadata)
    {
        xml.WriteStartElement("Metadata");
        foreach (var (name, value) in metadata)
        {
            xml.WriteElementString(name, value);
        }

        xml.WriteEndElement();
    }
}
