using System.Collections.Frozen;

namespace Blobpress.Site.Html.Markup;

/// <summary>The names of HTML's elements, those of old included, by what becomes of one that is not closed.</summary>
internal static class KnownElements
{
    private static readonly FrozenSet<string> Names = Set(
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center "
        + "cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fencedframe fieldset figcaption figure font footer form "
        + "frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map "
        + "mark marquee math menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre "
        + "progress q rb rp rt rtc ruby s samp script search section select selectedcontent slot small source spacer span strike strong style sub summary sup svg table tbody td "
        + "template textarea tfoot th thead time title tr track tt u ul var video wbr xmp");

    // Without attributes each of these shows nothing: its name is all there is to it.
    private static readonly FrozenSet<string> Empty = Set("area base bgsound embed frame img image input link meta param source track");

    // What stands in one of these is hidden, or shown in another way, by browsers or by what the site allows on a page.
    private static readonly FrozenSet<string> Enclosing = Set(
        "applet audio button canvas datalist details dialog fencedframe frameset map math noscript object optgroup option picture portal pre select svg template video");

    private static readonly FrozenSet<string> RawText = Set("script style textarea title xmp listing iframe noembed noframes plaintext");

    /// <summary>True for an element of HTML.</summary>
    public static bool IsKnown(string name) => Names.Contains(name);

    /// <summary>True for an element without content that is nothing without attributes.</summary>
    public static bool IsEmpty(string name) => Empty.Contains(name);

    /// <summary>True where what it encloses must not be more than its author meant.</summary>
    public static bool IsEnclosing(string name) => Enclosing.Contains(name);

    /// <summary>True where a parser takes all up to the end tag, markup or not, as the element's text.</summary>
    public static bool IsRawText(string name) => RawText.Contains(name);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
