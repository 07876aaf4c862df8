using System.Text.RegularExpressions;

namespace Blobpress.Site.Posts;

/// <summary>Language tags (BCP 47).</summary>
internal static partial class LanguageTag
{
    /// <summary>The tag with hyphens, <c>zh_CN</c> too; null where it is not formed like one.</summary>
    public static string? Of(string text)
    {
        var tag = text.Trim().Replace('_', '-');
        return Form().IsMatch(tag) ? tag : null;
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
