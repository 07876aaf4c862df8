using System.Text;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables.Transactions;

/// <summary>
/// Takes the requests out of a batch: a multipart/mixed body (RFC 2046) with one change set, itself multipart/mixed,
/// each of whose parts is an application/http request.
/// </summary>
internal static class BatchReader
{
    private const string Blank = "\r\n\r\n";

    public static List<StorageRequest> Read(StorageRequest batch)
    {
        var body = Encoding.UTF8.GetString(batch.Body);
        var changeSet = Parts(body, ReadBoundary(batch.Headers["Content-Type"] ?? "")).Single();
        var (head, content) = Cut(changeSet);
        return [.. Parts(content, ReadBoundary(ReadHeaders(head.Split("\r\n"))["Content-Type"] ?? "")).Select(ReadRequest)];
    }

    private static string ReadBoundary(string contentType)
    {
        var start = contentType.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        return start < 0
            ? throw StorageError.InvalidInput("A batch is multipart/mixed with a boundary.").Raise()
            : contentType[(start + "boundary=".Length)..].Trim('"', ' ');
    }

    private static IEnumerable<string> Parts(string body, string boundary) => body
        .Split("--" + boundary)[1..]
        .TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal))
        .Select(part => part.TrimStart('\r', '\n'));

    private static StorageRequest ReadRequest(string part)
    {
        var (head, content) = Cut(Cut(part).Content);
        var lines = head.Split("\r\n");
        var words = lines[0].Split(' ');
        var uri = new Uri(words[1], UriKind.Absolute);
        var body = Encoding.UTF8.GetBytes(content.TrimEnd('\r', '\n'));
        return new(StorageService.Table, words[0], uri.AbsolutePath, StorageRequest.ReadQuery(uri.Query), ReadHeaders(lines[1..]), body);
    }

    private static (string Head, string Content) Cut(string part)
    {
        var blank = part.IndexOf(Blank, StringComparison.Ordinal);
        return blank < 0 ? (part.TrimEnd('\r', '\n'), "") : (part[..blank], part[(blank + Blank.Length)..]);
    }

    private static NameValues ReadHeaders(IEnumerable<string> lines)
    {
        var headers = new NameValues();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add(line[..colon], line[(colon + 1)..].Trim());
            }
        }

        return headers;
    }
}
