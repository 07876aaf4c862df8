using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Sites;

/// <summary>Which files beside the posts are published under their names.</summary>
internal static class AssetNames
{
    /// <summary>Why a file is rejected for its name alone, as a sentence; null where it is not.</summary>
    public static string? Problem(string name) =>
        SourceName.Problem(name) ?? (AssetTypes.IsProgram(name) ? "The file is a program for a web server, and there is none; it is not published." : null);

    /// <summary>Why a file is not published, rejected or left alone, as a sentence; null where it is.</summary>
    public static string? WhyNot(string name, SiteSettings settings)
    {
        if (Problem(name) is { } problem)
        {
            return problem;
        }

        var segments = name.Split('/');
        return segments.Any(segment => segment.StartsWith('_') || segment.StartsWith('.')) ? "Files and folders whose names begin with _ or . are not published."
            : SitePaths.IsReserved(name, settings) ? "The site itself has a file or folder of this name; the file is not published."
            : null;
    }
}
