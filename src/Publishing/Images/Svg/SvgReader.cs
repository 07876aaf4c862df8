using System.Xml;
using System.Xml.Linq;

namespace Blobpress.Publishing.Images.Svg;

/// <summary>Reads an SVG within bounds. It is looked through from end to end before a tree is made of it: a tree takes some two hundred bytes a node.</summary>
internal static class SvgReader
{
    // The copy is recursive; no drawing tool nests this deep.
    private const int Deepest = 256;

    // Maps of whole countries have fewer.
    private const int MostElements = 100_000;
    private const int MostAttributes = 500_000;

    // Drawing tools spell namespaces and styles as entities, which come to a few thousand characters.
    private const int MostFromEntities = 1_000_000;

    /// <summary>The root, or why there is none, beginning in lower case.</summary>
    public static (XElement? Root, string? Refusal) Read(ReadOnlyMemory<byte> source)
    {
        try
        {
            using var looking = Open(source);
            if (Refuse(looking) is { } reason)
                return (null, reason);
            using var reading = Open(source);
            return (XDocument.Load(reading, LoadOptions.PreserveWhitespace).Root, null);
        }
        catch (XmlException e)
        {
            return (null, e.Message.Contains("MaxCharactersFromEntities", StringComparison.Ordinal)
                ? $"its entities come to more than {MostFromEntities} characters"
                : "not well-formed, or it relies on what is declared elsewhere");
        }
    }

    // What a DOCTYPE declares within the file counts; nothing outside is ever asked for.
    private static XmlReader Open(ReadOnlyMemory<byte> source) => XmlReader.Create(BinaryData.FromBytes(source).ToStream(), new()
    {
        DtdProcessing = DtdProcessing.Parse,
        XmlResolver = null,
        MaxCharactersFromEntities = MostFromEntities,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    private static string? Refuse(XmlReader reader)
    {
        var (elements, attributes) = (0, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth >= Deepest)
                return $"nested more than {Deepest} deep";
            if (++elements > MostElements)
                return $"more than {MostElements} elements";
            if ((attributes += reader.AttributeCount) > MostAttributes)
                return $"more than {MostAttributes} attributes";
        }

        return null;
    }
}
