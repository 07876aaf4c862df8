using System.Security.Cryptography;
using System.Text;

namespace Blobpress.Publishing.Storage;

/// <summary>A file to write, with the headers the static-website endpoint will send.</summary>
public sealed record FileContent(BinaryData Bytes, string ContentType, string CacheControl)
{
    // Readers and the CDN ask again after a minute at most, and are answered 304 where nothing changed.
    private const string Fresh = "public, max-age=0, s-maxage=60";
    private const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>The name of the content a post's page was made of, kept with the file; null for all else.</summary>
    public string? Content { get; init; }

    /// <summary>The lists whose page it is, by kind and folder, kept with the file; null for all else.</summary>
    public string? List { get; init; }

    /// <summary>Of the bytes and all that is kept with them, so that a changed header is a changed file; base64.</summary>
    public string Hash => Convert.ToBase64String(
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{ContentType}\n{CacheControl}\n{Content}\n{List}\n"), .. SHA256.HashData(Bytes.ToMemory().Span)]));

    /// <summary>A page.</summary>
    public static FileContent Html(string html) => Text(html, MediaTypes.Html);

    /// <summary>A text file that changes under its name.</summary>
    public static FileContent Text(string text, string contentType) => new(BinaryData.FromString(text), contentType, Fresh);

    /// <summary>A file beside the posts, under its own name.</summary>
    public static FileContent Asset(BinaryData bytes, string contentType) => new(bytes, contentType, Fresh);

    /// <summary>A file named by its hash.</summary>
    public static FileContent Hashed(BinaryData bytes, string contentType) => new(bytes, contentType, Immutable);
}
