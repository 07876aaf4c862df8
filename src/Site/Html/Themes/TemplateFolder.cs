using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Blobpress.Site.Html.Themes;

/// <summary>The theme's templates as the engine looks for them when one renders another.</summary>
internal sealed class TemplateFolder(IReadOnlyDictionary<string, string> templates) : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath) =>
        templates.TryGetValue(subpath, out var text) ? new TemplateFile(subpath, text) : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class TemplateFile(string name, string text) : IFileInfo
    {
        private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

        public bool Exists => true;

        public long Length => bytes.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        // Texts of a compiled theme never change, so any fixed moment serves the engine's cache.
        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);
    }
}
