namespace Blobpress.Site.Urls.Generators;

/// <summary>Jekyll's pattern language: a colon and a name of small letters and underscores, or a style.</summary>
internal static class JekyllPattern
{
    /// <summary>The pattern of a style; any other comes back as it is.</summary>
    public static string OfStyle(string style) => style.Trim() switch
    {
        "pretty" => "/:categories/:year/:month/:day/:title/",
        "date" => "/:categories/:year/:month/:day/:title:output_ext",
        "ordinal" => "/:categories/:year/:y_day/:title:output_ext",
        "weekdate" => "/:categories/:year/W:week/:short_day/:title:output_ext",
        "none" => "/:categories/:title:output_ext",
        var pattern => pattern,
    };

    /// <summary>A pattern's parts: texts as they are, and names without their colon. <c>:month_</c> is a month and an underscore.</summary>
    public static IEnumerable<(string Text, bool IsName)> Parts(string pattern) =>
        // Hexo's names take capitals and digits too, which Jekyll has in none of its own.
        HexoPattern.Parts(pattern);

    /// <summary>How a style's pages end, those of collections among them.</summary>
    public static string Ending(string style) => style.Trim() switch
    {
        "pretty" => "/",
        "date" or "ordinal" or "none" => ".html",
        var pattern when pattern.EndsWith('/') => "/",
        var pattern when pattern.EndsWith(":output_ext", StringComparison.Ordinal) => ".html",
        _ => "",
    };
}
