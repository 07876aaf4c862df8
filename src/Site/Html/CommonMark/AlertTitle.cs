using Markdig.Helpers;
using Markdig.Renderers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>The title of GitHub's alerts, in the post's language. A kind that GitHub has not is its own title.</summary>
internal static class AlertTitle
{
    /// <summary>Writes the title of an alert.</summary>
    /// <param name="renderer">Where to.</param>
    /// <param name="kind">What the author wrote: <c>NOTE</c>.</param>
    /// <param name="language">One that there are phrases in.</param>
    public static void Write(HtmlRenderer renderer, StringSlice kind, string language)
    {
        var name = kind.ToString();
        var title = name.ToLowerInvariant() is "note" or "tip" or "important" or "warning" or "caution"
            ? Phrases.AlertTitle(name.ToLowerInvariant(), language) : name.Length > 1 ? name[..1].ToUpperInvariant() + name[1..].ToLowerInvariant() : name;
        renderer.Write($"<p class=\"{Box.TitleClass}\">").WriteEscape(title).WriteLine("</p>");
    }
}
