namespace Blobpress.Site.Html.Liquid;

/// <summary>A part of a Liquid template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where what follows it begins.</param>
/// <param name="Name">A tag's name.</param>
/// <param name="Text">A tag's arguments, or a value's expression, without the blanks around them.</param>
internal readonly record struct LiquidToken(LiquidTokenKind Kind, int Start, int End, string Name = "", string Text = "");

/// <summary>The kinds of parts.</summary>
internal enum LiquidTokenKind
{
    /// <summary>What stands between tags and values.</summary>
    Text,

    /// <summary>What a <c>raw</c> tag encloses.</summary>
    Raw,

    /// <summary><c>{{ page.title }}</c></summary>
    Value,

    /// <summary><c>{% name arguments %}</c></summary>
    Tag,
}
