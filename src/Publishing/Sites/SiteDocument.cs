using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Sites;

/// <summary>The settings and the theme in force, as kept in one blob: the last ones that were right.</summary>
/// <param name="Settings">The text of <c>site.yml</c>; empty for the defaults.</param>
/// <param name="Theme">The files of <c>theme/</c> by their name there.</param>
/// <param name="Generation">
/// Counts the documents that were in force. Settings that come back after others were in force make every page out of date
/// all the same: while the others were, the pages of some posts were written without the posts being published again.
/// </param>
public sealed record SiteDocument(string Settings, IReadOnlyDictionary<string, string> Theme, int Generation)
{
    /// <summary>What templates of posts may include, by blob name; files that can't be used are not among them.</summary>
    public IReadOnlyDictionary<string, LibraryFile> Library
    {
        // A document of an older engine has none.
        get => field ?? new Dictionary<string, LibraryFile>();
        init;
    }

    /// <summary>Where lists lay before, the latest first.</summary>
    public IReadOnlyList<ListPaths> FormerPaths
    {
        get => field ?? [];
        init;
    }

    /// <summary>A site that nobody configured.</summary>
    public static SiteDocument Default { get; } = new("", new Dictionary<string, string>(), 0);
}

/// <summary>A file that templates of posts may include.</summary>
/// <param name="ETag">The version that was read.</param>
/// <param name="Text">Its text.</param>
public sealed record LibraryFile(string ETag, string Text);
