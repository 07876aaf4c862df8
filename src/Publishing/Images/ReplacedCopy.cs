using System.Text.Json;
using Blobpress.Publishing.Index;
using Blobpress.Site.Images;

namespace Blobpress.Publishing.Images;

/// <summary>A copy of an image that a newer one took the place of. Pages may show it until they are published again.</summary>
/// <param name="Key">The image.</param>
/// <param name="Image">The old copy.</param>
/// <param name="Original">The name of its original, where the newer copy has another; else null.</param>
internal sealed record ReplacedCopy(string Key, EncodedImage Image, string? Original)
{
    /// <summary>All of it as the subject of a due time.</summary>
    public string ToSubject() => JsonSerializer.Serialize(this, StateJson.Compact.ReplacedCopy);

    /// <summary>The copy that a subject spells.</summary>
    public static ReplacedCopy Of(string subject) => JsonSerializer.Deserialize(subject, StateJson.Compact.ReplacedCopy)!;
}
