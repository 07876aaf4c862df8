using System.Security.Cryptography;
using System.Text;

namespace Blobpress.Site.Images;

/// <summary>Where an image named in a post is really to be had.</summary>
public abstract record ImageSource
{
    /// <summary>Begins the key of a file beside the posts.</summary>
    public const string AssetPrefix = "asset:";

    /// <summary>Begins the key of an image that a post carries in itself.</summary>
    public const string InlinePrefix = "data:";

    private ImageSource()
    {
    }

    /// <summary>Identifies the image across all posts; two references with one key are one image.</summary>
    public abstract string Key { get; }

    /// <summary>The image of a key for a person to read: its URL, or its name among the posts.</summary>
    public static string Describe(string key) => key.StartsWith(AssetPrefix, StringComparison.Ordinal) ? key[AssetPrefix.Length..] : key;

    /// <summary>On the web, at its own origin, every proxy taken off.</summary>
    /// <param name="Url">Absolute http or https URL without fragment.</param>
    /// <param name="Proxy">The host of the proxy that was taken off, or null.</param>
    public sealed record Remote(Uri Url, string? Proxy) : ImageSource
    {
        public override string Key => Url.AbsoluteUri;

        // The proxy says how the post named it, not which image it is.
        public bool Equals(Remote? other) => other is not null && Key == other.Key;

        public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>A file beside the posts.</summary>
    /// <param name="Name">Its blob name in the posts container.</param>
    public sealed record Asset(string Name) : ImageSource
    {
        public override string Key => AssetPrefix + Name;
    }

    /// <summary>A data: URI that carries its own bytes. Its key is short, however long it is.</summary>
    public sealed record Inline(string Uri) : ImageSource
    {
        public override string Key { get; } = InlinePrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Uri)));

        /// <summary>True where it may stay in the page as it is: small, and of a type that runs nothing.</summary>
        public bool Stays => InlineImage.Of(Uri).CanStay;

        /// <summary>The bytes it carries, whatever type it claims for them; null where they can't be read (RFC 2397; blanks within base64 are passed over).</summary>
        public byte[]? Decode() => InlineImage.Decode(Uri);
    }

    /// <summary>Nothing that can be fetched: a path on somebody's disk, a template's leftover.</summary>
    /// <param name="Raw">As written in the post.</param>
    /// <param name="Reason">One sentence for the author.</param>
    public sealed record Unusable(string Raw, string Reason) : ImageSource
    {
        public override string Key => "unusable:" + Raw;
    }
}
