namespace Blobpress.Site.Html.Tags;

/// <summary>A template tag in a line: <c>{% name arguments %}</c> or <c>{{&lt; name arguments >}}</c>.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where what follows it begins.</param>
/// <param name="Name">With a slash before it where the tag closes a shortcode.</param>
/// <param name="Arguments">As written, without the blanks around them.</param>
internal readonly record struct TemplateTag(int Start, int End, string Name, string Arguments);
