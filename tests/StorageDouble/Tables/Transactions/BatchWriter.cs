using System.Globalization;
using System.Net;
using System.Text;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables.Transactions;

/// <summary>Writes the answer to a batch: a multipart body like the request's, with a response in each part.</summary>
internal static class BatchWriter
{
    private const string Outer = "batchresponse_1";
    private const string Inner = "changesetresponse_1";

    public static StorageReply Write(IEnumerable<StorageReply> replies)
    {
        var text = new StringBuilder();
        text.Append($"--{Outer}\r\nContent-Type: multipart/mixed; boundary={Inner}\r\n\r\n");
        foreach (var reply in replies)
        {
            WritePart(text, reply);
        }

        text.Append($"--{Inner}--\r\n--{Outer}--\r\n");
        return new StorageReply(202, Encoding.UTF8.GetBytes(text.ToString()))
            .With("Content-Type", $"multipart/mixed; boundary={Outer}");
    }

    private static void WritePart(StringBuilder text, StorageReply reply)
    {
        text.Append($"--{Inner}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} {(HttpStatusCode)reply.Status}\r\n");
        foreach (var (name, value) in reply.Headers.Pairs)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        text.Append("\r\n").Append(Encoding.UTF8.GetString(reply.Body.Span)).Append("\r\n");
    }
}
