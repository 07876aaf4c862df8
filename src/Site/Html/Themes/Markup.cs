namespace Blobpress.Site.Html.Themes;

/// <summary>HTML that templates put out as it is; every other value is encoded.</summary>
internal sealed record Markup(string Html)
{
    public static Markup? OrNull(string? html) => string.IsNullOrWhiteSpace(html) ? null : new(html);
}
