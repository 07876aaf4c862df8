namespace Blobpress.Site.Settings;

/// <summary>What links in posts lead to.</summary>
public sealed record LinkSettings
{
    /// <summary>The most entries of <see cref="OwnHosts"/>.</summary>
    public const int MostHosts = 100;

    /// <summary>
    /// <c>links.own_hosts</c>: where the site was before: hosts such as <c>old.example.org</c>, <c>*.example.org</c>, or with a path
    /// below which it was, <c>me.github.io/blog</c>. Links there lead to the pages as they are now.
    /// </summary>
    public IReadOnlyList<string> OwnHosts { get; init; } = [];
}
