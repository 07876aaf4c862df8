using Blobpress.Site.Links;

namespace Blobpress.Publishing.Index;

/// <summary>A link that a published post shows.</summary>
/// <param name="Kind">How it names what it leads to.</param>
/// <param name="Target">What it names.</param>
/// <param name="Leads">Where that was when the page was made; null where it was not there.</param>
public sealed record LiveLink(LinkKind Kind, string Target, LinkTarget? Leads)
{
    /// <summary>The link as a post's text holds it.</summary>
    public LinkReference Reference(string post) => new(Kind, Target, post);
}
