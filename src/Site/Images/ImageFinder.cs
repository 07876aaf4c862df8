using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Images;

/// <summary>Finds the image that an element is there to show.</summary>
internal sealed class ImageFinder(string postName, OriginRules rules)
{
    /// <summary>Every usable source of the element, the best first; empty where it shows nothing, a lone unusable one to be reported.</summary>
    /// <remarks>
    /// Lazy attributes win over <c>srcset</c>, its largest candidate over <c>src</c>, and all over the sources of a picture around it.
    /// Where <c>src</c> only keeps the place, any attribute that names a picture wins over it.
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
        var src = image.GetAttribute("src");
        var named = LazyAttributes.Known(image);
        var (own, any) = (src is null ? [] : new[] { src }, LazyAttributes.Any(image));
        return named.Concat(src is not null && LazyAttributes.IsPlaceholder(src) ? any.Concat(own) : own.Concat(any)).Concat(InPicture(image));
    }

    private static IEnumerable<string> InPicture(Element image)
    {
        if (image.Parent is { LocalName: "picture", Parent: not null } picture)
        {
            foreach (var source in picture.Children.Where(c => c.LocalName == "source").Reverse())
            {
                if ((source.GetAttribute("data-srcset") ?? source.GetAttribute("srcset")) is { } set && SourceSet.Largest(set) is { } largest)
                    yield return largest;
            }
        }
    }

    private static bool IsBlank(ImageSource source) => source switch
    {
        ImageSource.Inline inline => InlineImage.Of(inline.Uri).IsPlaceholder,
        ImageSource.Unusable unusable => unusable.Raw.Trim() is "" or "about:blank",
        _ => false,
    };
}
