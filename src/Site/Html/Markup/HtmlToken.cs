namespace Blobpress.Site.Html.Markup;

/// <summary>A piece of markup in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where what follows it begins.</param>
/// <param name="Name">In lower case; empty where it is no tag.</param>
/// <param name="Bare">A tag that holds nothing but its name.</param>
/// <param name="Closed">A start tag that ends in <c>/></c>.</param>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, int Start, int End, string Name = "", bool Bare = false, bool Closed = false);

/// <summary>The kinds of markup.</summary>
internal enum HtmlTokenKind
{
    StartTag,
    EndTag,
    Comment,
    Doctype,

    /// <summary><c>&lt;![CDATA[</c> to <c>]]&gt;</c>: text, wherever authors write it.</summary>
    CharacterData,

    /// <summary>What a browser takes for markup and hides though it is none: an instruction, a declaration, a tag or comment without end.</summary>
    Bogus,
}
