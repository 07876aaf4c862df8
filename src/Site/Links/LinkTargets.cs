namespace Blobpress.Site.Links;

/// <summary>What is known of where the links of one post lead.</summary>
/// <param name="found">By what the link names; null for what is not there.</param>
public sealed class LinkTargets(IReadOnlyDictionary<LinkReference, LinkTarget?> found)
{
    /// <summary>Nothing is known: the links of a post are yet to be found.</summary>
    public static LinkTargets Unknown { get; } = new(new Dictionary<LinkReference, LinkTarget?>());

    /// <summary>Where it leads; null where it is not there, or not known.</summary>
    public LinkTarget? this[LinkReference reference] => found.GetValueOrDefault(reference);

    /// <summary>True where it is known not to be there.</summary>
    public bool Lacks(LinkReference reference) => found.TryGetValue(reference, out var target) && target is null;
}
