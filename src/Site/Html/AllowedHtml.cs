using System.Collections.Frozen;

namespace Blobpress.Site.Html;

/// <summary>What a post may hold of HTML. All else is taken out, or taken off what it encloses.</summary>
internal static class AllowedHtml
{
    /// <summary>Elements that stay.</summary>
    public static FrozenSet<string> Elements { get; } = Set(
        "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
        + "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small span strong sub summary sup "
        + "table tbody td tfoot th thead time tr u ul var wbr audio video source track iframe input");

    /// <summary>Elements that go, which hold no words: what only other pages and whole documents need.</summary>
    public static FrozenSet<string> Dropped { get; } = Set("param frame frameset title base link meta area head bgsound");

    /// <summary>Elements whose content is code and no words.</summary>
    public static FrozenSet<string> Code { get; } = Set("script style title");

    /// <summary>Elements that only group others; taken off where they say nothing of their own.</summary>
    public static FrozenSet<string> Grouping { get; } = Set("div section");

    /// <summary>Attributes that stay, on whatever element; addresses and styles are set anew by the renderer.</summary>
    public static FrozenSet<string> Attributes { get; } = Set(
        "abbr alt cite class colspan controls datetime dir headers href id kind label lang loop muted open preload rel reversed "
        + "rowspan scope span src srclang start title type value checked disabled "
        + "allow allowfullscreen loading referrerpolicy sandbox playsinline");

    /// <summary>Classes that the theme knows; <c>language-*</c> too.</summary>
    public static FrozenSet<string> Classes { get; } = Set(
        "math footnotes footnote-ref footnote-back-ref contains-task-list task-list-item "
        + "markdown-alert markdown-alert-title markdown-alert-note markdown-alert-tip markdown-alert-important "
        + "markdown-alert-warning markdown-alert-caution");

    /// <summary>Elements that stand on their own between paragraphs.</summary>
    public static FrozenSet<string> Blocks { get; } = Set(
        "address blockquote details div dl dd dt figure figcaption h1 h2 h3 h4 h5 h6 hr iframe li ol p pre section table ul video audio");

    /// <summary>Elements without content.</summary>
    public static FrozenSet<string> Void { get; } = Set("br col hr img input source track wbr");

    /// <summary>Identifiers that the page itself may use; a post's own get a suffix.</summary>
    public static FrozenSet<string> ReservedIds { get; } = Set("main content top nav header footer comments search article menu");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
