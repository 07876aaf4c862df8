using System.Globalization;
using System.Xml.Linq;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Queues;

/// <summary>Writes messages as the service's XML; to a direct client as they are.</summary>
internal static class MessageXml
{
    public static StorageReply Write(StorageRequest request, int status, IEnumerable<Message> messages, MessageParts parts)
    {
        if (request.IsDirect)
        {
            return new StorageReply(status) { Value = messages.ToList() };
        }

        var list = new XElement("QueueMessagesList", messages.Select(message => Describe(message, parts)));
        return StorageReply.Xml(status, list.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Describe(Message message, MessageParts parts)
    {
        var element = new XElement(
            "QueueMessage",
            new XElement("MessageId", message.Id),
            new XElement("InsertionTime", Format(message.Inserted)),
            new XElement("ExpirationTime", Format(message.Expires)));
        if (parts.HasFlag(MessageParts.Receipt))
        {
            element.Add(new XElement("PopReceipt", message.PopReceipt), new XElement("TimeNextVisible", Format(message.NextVisible)));
        }

        if (parts.HasFlag(MessageParts.DequeueCount))
        {
            element.Add(new XElement("DequeueCount", message.DequeueCount));
        }

        if (parts.HasFlag(MessageParts.Text))
        {
            element.Add(new XElement("MessageText", message.Text));
        }

        return element;
    }

    private static string Format(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);
}
