using System.Globalization;
using System.Xml.Linq;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>List Containers, on one page.</summary>
internal static class ContainerListing
{
    public static StorageReply List(StorageRequest request, IEnumerable<Container> containers)
    {
        var prefix = request.Query["prefix"] ?? "";
        var found = containers.Where(container => container.Name.StartsWith(prefix, StringComparison.Ordinal));
        var list = new XElement("EnumerationResults", new XElement("Containers", found.Select(Describe)), new XElement("NextMarker"));
        return StorageReply.Xml(200, list.ToString());
    }

    private static XElement Describe(Container container) => new(
        "Container",
        new XElement("Name", container.Name),
        new XElement(
            "Properties",
            new XElement("Last-Modified", container.Modified.ToString("R", CultureInfo.InvariantCulture)),
            new XElement("Etag", Blob.MakeETag(container.Modified))));
}
