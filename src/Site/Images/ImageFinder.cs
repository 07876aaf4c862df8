using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Images;

/// <summary>Finds the image that an element is there to show.</summary>
internal sealed class ImageFinder(string postName, OriginRules rules)
{
    // Scripts keep the true image in these until it scrolls into view; those that name a moving image come first.
    private static readonly string[] Lazy =
    [
        "data-gif-url", "data-animated-url", "data-original", "data-original-src", "data-src", "data-lazy-src", "data-lazyload",
        "data-actualsrc", "data-echo", "zoomfile", "file",
    ];

    private static readonly string[] LazySets = ["data-srcset", "data-lazy-srcset"];

    /// <summary>Every usable source of the element, the best first; empty where it shows nothing, a lone unusable one to be reported.</summary>
    /// <remarks>
    /// Lazy attributes win over <c>srcset</c>, its largest candidate over <c>src</c>, and all over the sources of a picture around it.
    /// </remarks>
    public IReadOnlyList<(string Raw, ImageSource Source)> Find(Element image)
    {
        var found = Candidates(image)
            .Select(raw => (Raw: raw, Source: Origin.Resolve(raw, postName, rules)))
            .Where(c => !IsBlank(c.Source))
            .ToList();
        var usable = found.Where(c => c.Source is not ImageSource.Unusable).DistinctBy(c => c.Source.Key).ToList();
        return usable.Count > 0 ? usable : found.Take(1).ToList();
    }

    private static IEnumerable<string> Candidates(Element image)
    {
        foreach (var name in Lazy)
        {
            if (image.GetAttribute(name) is { } value && LooksLikeAddress(value))
                yield return value;
        }

        foreach (var name in LazySets.Append("srcset"))
        {
            if (image.GetAttribute(name) is { } set && SourceSet.Largest(set) is { } largest)
                yield return largest;
        }

        if (image.GetAttribute("src") is { } src)
            yield return src;
        if (image.Parent is { LocalName: "picture" } picture)
        {
            foreach (var source in picture.Children.Where(c => c.LocalName == "source").Reverse())
            {
                if ((source.GetAttribute("data-srcset") ?? source.GetAttribute("srcset")) is { } set && SourceSet.Largest(set) is { } largest)
                    yield return largest;
            }
        }
    }

    // Lazy attributes also hold flags ("true", "lazyload") and numbers.
    private static bool LooksLikeAddress(string value) => value.Contains('/') || value.Contains('.');

    private static bool IsBlank(ImageSource source) => source switch
    {
        ImageSource.Inline inline => InlineImage.Of(inline.Uri).IsPlaceholder,
        ImageSource.Unusable unusable => unusable.Raw.Trim() is "" or "about:blank",
        _ => false,
    };
}
