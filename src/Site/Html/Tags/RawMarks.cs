namespace Blobpress.Site.Html.Tags;

/// <summary>Shortcodes that Hugo's authors escape to show them.</summary>
internal static class RawMarks
{
    /// <summary>The line in which <c>{{&lt;/* x */>}}</c> is <c>{{&lt; x >}}</c>.</summary>
    public static string Unescape(string line) => line.Contains("/*", StringComparison.Ordinal) && line.Contains("{{", StringComparison.Ordinal)
        ? line.Replace("{{</*", "{{<", StringComparison.Ordinal).Replace("*/>}}", ">}}", StringComparison.Ordinal)
            .Replace("{{%/*", "{{%", StringComparison.Ordinal).Replace("*/%}}", "%}}", StringComparison.Ordinal)
        : line;
}
