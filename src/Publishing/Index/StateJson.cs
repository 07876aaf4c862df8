using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Images.Hosts;
using Blobpress.Publishing.Sites;
using Blobpress.Site.Html;
using Blobpress.Site.Images;
using Blobpress.Site.Links;
using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Index;

/// <summary>How state is spelled in storage.</summary>
[JsonSerializable(typeof(PostRecord))]
[JsonSerializable(typeof(IndexedPost))]
[JsonSerializable(typeof(PostSummary))]
[JsonSerializable(typeof(PageContent))]
[JsonSerializable(typeof(ImageRecord))]
[JsonSerializable(typeof(HostCircuit))]
[JsonSerializable(typeof(ReplacedCopy))]
[JsonSerializable(typeof(SiteDocument))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StateJson : JsonSerializerContext
{
    /// <summary>Non-ASCII text is kept as it is: half the size for most of the world.</summary>
    public static StateJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<SourceOutcome>(),
            new JsonStringEnumConverter<ImageFormat>(),
            new JsonStringEnumConverter<ListKind>(),
            new JsonStringEnumConverter<LinkKind>(),
        },
    });
}
