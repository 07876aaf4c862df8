using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Blobpress.Local.Reports;

/// <summary>Writes reports as JSON (RFC 8259): <c>{"posts":[…],"imagesOwed":[…],"moreImagesOwed":0,"totals":{"published":0,…}}</c>.</summary>
public static class ReportWriter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The file is read by people too; it is never put into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Replaces the file as a whole; makes its folder where missing.</summary>
    /// <exception cref="LocalException">The file can't be written.</exception>
    public static async Task WriteAsync(string path, SiteReport report, CancellationToken cancel = default)
    {
        var json = new { posts = report.Posts, imagesOwed = report.Owed, moreImagesOwed = report.MoreOwed, totals = Totals(report.Posts) };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json, Json);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path + ".part", bytes, cancel);
            File.Move(path + ".part", path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LocalException($"The report could not be written: {fault.Message}", fault);
        }
    }

    private static Dictionary<string, int> Totals(IReadOnlyList<PostReport> posts) =>
        Enum.GetValues<PostOutcome>().ToDictionary(
            outcome => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()),
            outcome => posts.Count(post => post.Outcome == outcome));
}
