namespace Blobpress.Site.Html.Tags;

/// <summary>A template tag in a line: <c>{% name arguments %}</c> or <c>{{&lt; name arguments >}}</c>.</summary>
/// <param name="Kind">Whose it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where what follows it begins.</param>
/// <param name="Name">With a slash before it where the tag closes a shortcode; empty where it has none.</param>
/// <param name="Arguments">As written, without the blanks around them; a value's expression; what an escaped shortcode shows.</param>
internal readonly record struct TemplateTag(TagKind Kind, int Start, int End, string Name, string Arguments);

/// <summary>The kinds of template tags.</summary>
internal enum TagKind
{
    /// <summary>Of Nunjucks (Hexo) and Liquid (Jekyll).</summary>
    Tag,

    /// <summary>Of Hugo.</summary>
    Shortcode,

    /// <summary>A shortcode that is shown and not run.</summary>
    Escaped,

    /// <summary><c>{{ page.title }}</c></summary>
    Value,

    /// <summary><c>{# nothing #}</c></summary>
    Comment,
}
