using Blobpress.Site.Urls;

namespace Blobpress.Site.Html.Themes;

/// <summary>A file that the theme's pages link; immutable, since its name holds its hash.</summary>
/// <param name="Name">Its name in the theme: <c>style.css</c>.</param>
/// <param name="Hash">The first 16 hexadecimal digits of the SHA-256 of its bytes.</param>
/// <param name="Bytes">UTF-8.</param>
/// <param name="ContentType">The media type to serve it with.</param>
public sealed record ThemeAsset(string Name, string Hash, ReadOnlyMemory<byte> Bytes, string ContentType)
{
    public SitePath Path => SitePaths.ThemeAsset(Name, Hash);
}
