using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Blobpress.Site.Feeds;

/// <summary>XML 1.0 documents as text, without anything such a document may not hold.</summary>
internal static class XmlText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The text without the characters XML 1.0 has no way to write: most controls, lone surrogates, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
        }

        return clean.ToString();
    }

    /// <summary>An element that holds a text, cleaned.</summary>
    public static XElement Element(XName name, string text) => new(name, Clean(text));

    /// <summary>The document in UTF-8, indented, with <c>\n</c> line ends.</summary>
    public static string Write(XElement root)
    {
        var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = Utf8, Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };
        using (var writer = XmlWriter.Create(bytes, settings))
            new XDocument(root).Save(writer);
        return Utf8.GetString(bytes.ToArray()) + "\n";
    }
}
