using Blobpress.Site.Posts;

namespace Blobpress.Site.Settings;

/// <summary>What was made of <c>site.yml</c>: settings, or the reasons why it can't be used.</summary>
public abstract record SettingsResult
{
    private SettingsResult()
    {
    }

    /// <summary>The file is right.</summary>
    /// <param name="Settings">The settings, defaults where the file says nothing.</param>
    /// <param name="Notes">What was passed over; it holds nothing back.</param>
    public sealed record Parsed(SiteSettings Settings, IReadOnlyList<Reason> Notes) : SettingsResult;

    /// <summary>The file is wrong; there is at least one reason, each with line and column.</summary>
    public sealed record Rejected(IReadOnlyList<Reason> Reasons) : SettingsResult;
}
