using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Queues;

/// <summary>The operations on messages: put, get, peek, update, delete, clear. Times in seconds on the wire.</summary>
internal sealed class Messages(Stamps stamps)
{
    private const int LargestText = 64 * 1024;
    private const int LongestInvisible = 7 * 24 * 60 * 60;
    private const int MostAtOnce = 32;

    public StorageReply Put(StorageRequest request, MessageQueue queue)
    {
        var text = ReadText(request);
        var invisible = ReadNumber(request, "visibilitytimeout", 0, 0, LongestInvisible);
        var lifetime = ReadNumber(request, "messagettl", LongestInvisible, -1, int.MaxValue);
        if (lifetime == 0 || (lifetime > 0 && lifetime <= invisible))
        {
            throw StorageError.OutOfRangeQuery("visibilitytimeout").Raise();
        }

        var now = stamps.Now;
        var expires = lifetime < 0 ? DateTimeOffset.MaxValue : now.AddSeconds(lifetime);
        var message = new Message(stamps.NextId().ToString(), text, now, expires, now.AddSeconds(invisible), NewReceipt(), 0);
        queue.Add(message);
        return MessageXml.Write(request, 201, [message], MessageParts.Put);
    }

    public StorageReply Get(StorageRequest request, MessageQueue queue)
    {
        var invisible = ReadNumber(request, "visibilitytimeout", 30, 1, LongestInvisible);
        var taken = Take(request, queue).ToList();
        var until = stamps.Now.AddSeconds(invisible);
        var changed = taken.ConvertAll(message => message with
        {
            NextVisible = until,
            PopReceipt = NewReceipt(),
            DequeueCount = message.DequeueCount + 1,
        });
        foreach (var (before, after) in taken.Zip(changed))
        {
            queue.Replace(before, after);
        }

        return MessageXml.Write(request, 200, changed, MessageParts.Get);
    }

    public StorageReply Peek(StorageRequest request, MessageQueue queue) =>
        MessageXml.Write(request, 200, Take(request, queue), MessageParts.Peek);

    public StorageReply Update(StorageRequest request, MessageQueue queue, string id)
    {
        var message = queue.Require(id, request.Query["popreceipt"], stamps.Now);
        var invisible = ReadNumber(request, "visibilitytimeout", 0, 0, LongestInvisible);
        var changed = message with
        {
            Text = request.Body.Length == 0 ? message.Text : ReadText(request),
            NextVisible = stamps.Now.AddSeconds(invisible),
            PopReceipt = NewReceipt(),
        };
        queue.Replace(message, changed);
        return new StorageReply(204)
            .With("x-ms-popreceipt", changed.PopReceipt)
            .With("x-ms-time-next-visible", changed.NextVisible);
    }

    public StorageReply Delete(StorageRequest request, MessageQueue queue, string id)
    {
        queue.Remove(queue.Require(id, request.Query["popreceipt"], stamps.Now));
        return new StorageReply(204);
    }

    public static StorageReply Clear(MessageQueue queue)
    {
        queue.Clear();
        return new StorageReply(204);
    }

    private static string ReadText(StorageRequest request)
    {
        var text = (string?)request.Value ?? ReadText(request.Body);
        return Encoding.UTF8.GetByteCount(text) > LargestText ? throw QueueErrors.MessageTooLarge.Raise() : text;
    }

    private static string ReadText(byte[] body)
    {
        using var stream = new MemoryStream(body);
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!.Element("MessageText")!.Value;
    }

    private static int ReadNumber(StorageRequest request, string name, int usual, int least, int most)
    {
        var number = request.Query[name] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
        return number < least || number > most ? throw StorageError.OutOfRangeQuery(name).Raise() : number;
    }

    private IEnumerable<Message> Take(StorageRequest request, MessageQueue queue) =>
        queue.VisibleAt(stamps.Now).Take(ReadNumber(request, "numofmessages", 1, 1, MostAtOnce));

    private string NewReceipt() => Convert.ToBase64String(BitConverter.GetBytes(stamps.Next().UtcTicks));
}
