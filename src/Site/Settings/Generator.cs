namespace Blobpress.Site.Settings;

/// <summary>The site generator whose habits the posts follow: how file names become URLs, what a folder means, how Markdown breaks lines.</summary>
public enum Generator
{
    /// <summary>Hexo 7 with its default renderer, marked.</summary>
    Hexo,

    /// <summary>Jekyll 4 with its default renderer, kramdown.</summary>
    Jekyll,

    /// <summary>Hugo with its default renderer, goldmark.</summary>
    Hugo,

    /// <summary>None: posts that were written for this site, or that feeds were made into.</summary>
    None,
}
