using Blobpress.Site.Links;

namespace Blobpress.Site.Html.Tags;

/// <summary>What a tag names a post by. As an address it leads from the tag to where links are set, and never reaches a page.</summary>
/// <param name="Kind">How the tag's generator looks for it.</param>
/// <param name="Name">A slug or a file; empty for a place of the same page.</param>
/// <param name="Suffix">The fragment behind it, or nothing.</param>
internal sealed record PostTarget(LinkKind Kind, string Name, string Suffix)
{
    private const string NameScheme = "blobpress-post:";
    private const string RefScheme = "blobpress-ref:";

    /// <summary>As the tag has it.</summary>
    public string Written => Name + Suffix;

    /// <summary>The address that stands for a post that Hexo or Jekyll would look for.</summary>
    public static string Of(string name) => NameScheme + Uri.EscapeDataString(name);

    /// <summary>The address that stands for a page that Hugo would look for.</summary>
    public static string Ref(string name) => RefScheme + Uri.EscapeDataString(name);

    /// <summary>True for such an address.</summary>
    public static bool Is(string text) => text.StartsWith(NameScheme, StringComparison.Ordinal) || text.StartsWith(RefScheme, StringComparison.Ordinal);

    /// <summary>What such an address names; null where it is another's. Authors put the site's own URL in front.</summary>
    public static PostTarget? In(string address) =>
        After(NameScheme, address) is { } name ? Parse(LinkKind.Name, name)
        : After(RefScheme, address) is { } page ? Parse(LinkKind.Ref, page)
        : null;

    private static string? After(string scheme, string address) =>
        address.IndexOf(scheme, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? address[(at + scheme.Length)..] : null;

    /// <summary>Such addresses in a text as the names that they stand for: where a tag was taken to be in an attribute and was not.</summary>
    public static string Unfold(string text) => text.Contains("blobpress-", StringComparison.Ordinal)
        ? text.Replace(NameScheme, "", StringComparison.Ordinal).Replace(RefScheme, "", StringComparison.Ordinal)
        : text;

    /// <summary>The reference of a post that holds the tag.</summary>
    public LinkReference Reference(string from) => new(Kind, Name, from);

    // A sign without anything behind it belongs to the name: C#.
    private static PostTarget Parse(LinkKind kind, string escaped)
    {
        var text = Uri.UnescapeDataString(escaped);
        var at = text.IndexOf('#', StringComparison.Ordinal);
        return at < 0 || at == text.Length - 1 ? new(kind, text, "") : new(kind, text[..at], text[at..]);
    }
}
