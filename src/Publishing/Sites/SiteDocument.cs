namespace Blobpress.Publishing.Sites;

/// <summary>The settings and the theme in force, as kept in one blob: the last ones that were right.</summary>
/// <param name="Settings">The text of <c>site.yml</c>; empty for the defaults.</param>
/// <param name="Theme">The files of <c>theme/</c> by their name there.</param>
public sealed record SiteDocument(string Settings, IReadOnlyDictionary<string, string> Theme)
{
    /// <summary>A site that nobody configured.</summary>
    public static SiteDocument Default { get; } = new("", new Dictionary<string, string>());
}
