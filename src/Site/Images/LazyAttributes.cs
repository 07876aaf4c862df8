using System.Buffers;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Images;

/// <summary>Where scripts keep the address of an image until it scrolls into view.</summary>
internal static class LazyAttributes
{
    // These are common and never name anything else; those that name a moving image come first.
    private static readonly string[] Common =
    [
        "data-gif-url", "data-animated-url", "data-original", "data-original-src", "data-src", "data-lazy-src", "data-lazyload",
        "data-actualsrc", "data-echo", "zoomfile", "file",
    ];

    private static readonly string[] CommonSets = ["data-srcset", "data-lazy-srcset"];

    private static readonly HashSet<string> Others =
        ["src", "srcset", "sizes", "alt", "title", "class", "id", "style", "width", "height", "href", "cite", "usemap", "longdesc", "name", "aria-label"];

    private static readonly string[] Small = ["thumb", "small", "preview", "lowsrc", "lqip", "blur", "tiny", "medium", "placeholder"];

    private static readonly string[] Pages = ["link", "href", "permalink", "page", "share", "post", "site"];

    private static readonly string[] PlaceholderNames = ["loading", "placeholder", "lazyload", "spacer", "1x1", "transparent"];

    private static readonly SearchValues<char> Signs = SearchValues.Create(" <>\"{}");

    private static readonly HashSet<string> PlaceholderStems =
        ["blank", "pixel", "empty", "lazy", "loader", "load", "grey", "gray", "white", "clear", "dot", "space", "none", "1px", "default", "holder", "img"];

    /// <summary>The addresses in attributes that are known for it, which win over <c>src</c>.</summary>
    public static IEnumerable<string> Known(Element image)
    {
        foreach (var name in Common)
        {
            // They also hold flags ("true", "lazyload") and numbers.
            if (image.GetAttribute(name) is { } value && (value.Contains('/') || value.Contains('.')))
                yield return value;
        }

        foreach (var name in CommonSets.Append("srcset"))
        {
            if (image.GetAttribute(name) is { } set && SourceSet.Largest(set) is { } largest)
                yield return largest;
        }
    }

    /// <summary>
    /// The addresses in any other attribute, whatever it is called: those of files that are named as pictures, the large ones first;
    /// then addresses that may be pictures.
    /// </summary>
    public static IEnumerable<string> Any(Element image)
    {
        var others = image.Attributes.Where(IsOther).ToList();
        return others.Where(a => AssetPath.IsPicture(a.Value)).OrderBy(a => Names(a, Small)).Select(a => a.Value)
            .Concat(others.Where(a => a.Name.Contains("srcset", StringComparison.Ordinal)).Select(a => SourceSet.Largest(a.Value)).OfType<string>())
            .Concat(others.Where(a => IsAddress(a.Value) && !AssetPath.IsPicture(a.Value) && !Names(a, Pages)).Select(a => a.Value));
    }

    /// <summary>True for a <c>src</c> that by its name only keeps the place.</summary>
    public static bool IsPlaceholder(string src)
    {
        var stem = Path.GetFileNameWithoutExtension(src[..^AssetPath.Suffix(src).Length]).ToLowerInvariant();
        return PlaceholderStems.Contains(stem) || PlaceholderNames.Any(name => stem.Contains(name, StringComparison.Ordinal));
    }

    private static bool IsOther(Html.Tree.Attribute attribute) =>
        !Others.Contains(attribute.Name) && !Common.Contains(attribute.Name) && !CommonSets.Contains(attribute.Name)
        && !attribute.Name.StartsWith("on", StringComparison.Ordinal);

    private static bool Names(Html.Tree.Attribute attribute, string[] words) => words.Any(word => attribute.Name.Contains(word, StringComparison.Ordinal));

    private static bool IsAddress(string value) => RawUrl.IsHttp(value.Trim()) && !value.AsSpan().Trim().ContainsAny(Signs);
}
