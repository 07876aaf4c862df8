namespace Blobpress.Publishing.Tests.Images;

/// <summary>A request as the origin saw it.</summary>
internal sealed record OriginRequest(string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string? Referer => Headers.GetValueOrDefault("Referer");

    public string Host => Headers["Host"];

    public static OriginRequest Parse(string head)
    {
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        return new(lines[0].Split(' ')[1], headers);
    }
}
