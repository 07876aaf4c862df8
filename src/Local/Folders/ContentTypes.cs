using Microsoft.AspNetCore.StaticFiles;

namespace Blobpress.Local.Folders;

/// <summary>Content types by file name, as an uploader of the storage's own tools would set them.</summary>
internal static class ContentTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new()
    {
        Mappings =
        {
            [".md"] = "text/markdown; charset=utf-8",
            [".markdown"] = "text/markdown; charset=utf-8",
            [".yml"] = "application/yaml",
            [".yaml"] = "application/yaml",
            [".liquid"] = "text/plain; charset=utf-8",
            [".avif"] = "image/avif",
        },
    };

    public static string Of(string name) => Known.TryGetContentType(name, out var type) ? type : "application/octet-stream";
}
