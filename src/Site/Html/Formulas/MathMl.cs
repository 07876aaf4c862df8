using System.Collections.Frozen;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html.Formulas;

/// <summary>What a page may hold of MathML (MathML Core 1): no links, no HTML, no styles.</summary>
internal static class MathMl
{
    private const int MaxValue = 40;

    /// <summary>Elements that stay.</summary>
    public static FrozenSet<string> Elements { get; } = Set(
        "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom menclose msub msup msubsup munder mover munderover "
        + "mmultiscripts mprescripts none mtable mtr mtd");

    /// <summary>Classes that the theme knows.</summary>
    public static FrozenSet<string> Classes { get; } = Set(
        "tml-prime tml-sml-pad tml-med-pad tml-lrg-pad tml-left tml-right tml-jot tml-small tml-vec tml-overline tml-underline tml-fbox "
        + "tml-cancel upstrike downstrike sout tml-xcancel tml-hat-1 tml-hat-2 tml-hat-3 tml-hat-4 tml-tilde-2 tml-tilde-3 tml-tilde-4 "
        + "tml-edge tml-l0 tml-l1 tml-l2 tml-r0 tml-r1 tml-r2 tml-bt tml-br tml-bb tml-bl mathcal mathscr");

    private static readonly FrozenSet<string> Attributes = Set(
        "accent accentunder class columnspan depth display displaystyle fence form height largeop linethickness lspace mathbackground "
        + "mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowspan rspace scriptlevel separator stretchy symmetric voffset width");

    /// <summary>True where an element may stay: one of these, within a formula or a formula itself.</summary>
    public static bool IsAllowed(Element element) =>
        Elements.Contains(element.LocalName) && (element.LocalName == "math" ? element.Parent?.IsHtml == true : element.Parent?.IsHtml == false);

    /// <summary>True where an attribute may stay: lengths, colours, truth values and names; and the text that stands for the formula.</summary>
    public static bool IsAllowed(Tree.Attribute attribute) =>
        attribute.Name == "alttext" || (Attributes.Contains(attribute.Name) && attribute.Value.Length <= (attribute.Name == "class" ? 200 : MaxValue) && attribute.Value.All(IsPlain));

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '#' or '.' or '%' or '+' or '-' or ' ';

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
