namespace Blobpress.Site.Html.Themes;

/// <summary>What became of a theme's files.</summary>
public abstract record ThemeResult
{
    private ThemeResult()
    {
    }

    /// <summary>The theme renders every kind of page.</summary>
    public sealed record Compiled(Theme Theme) : ThemeResult;

    /// <summary>A file is wrong; there is at least one reason.</summary>
    public sealed record Rejected(IReadOnlyList<ThemeReason> Reasons) : ThemeResult;
}

/// <summary>What is wrong with a theme's file, for the site's owner to read.</summary>
/// <param name="File">The blob's name in the posts container: <c>theme/post.liquid</c>.</param>
/// <param name="Line">1-based, or 0 where no line applies.</param>
/// <param name="Column">1-based in UTF-16 units, or 0 where no column applies.</param>
/// <param name="Message">One sentence.</param>
public sealed record ThemeReason(string File, int Line, int Column, string Message);
