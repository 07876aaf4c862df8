using Blobpress.Publishing.Storage;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Posts;

/// <summary>The versions of a post's files, read before its source was; a file nobody knew of is taken not to exist.</summary>
internal sealed class SeenFiles(IReadOnlyDictionary<string, FileVersion> versions)
{
    /// <summary>True where any of them was there.</summary>
    public bool Any => versions.Values.Any(version => version != FileVersion.None);

    public FileVersion this[SitePath path] => versions.GetValueOrDefault(path.Blob, FileVersion.None);
}
