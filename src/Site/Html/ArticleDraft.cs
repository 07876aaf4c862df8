using Blobpress.Site.Images;
using Blobpress.Site.Links;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>A body that is parsed and sanitized and waits for its images. It is immutable and can be rendered any number of times.</summary>
public sealed class ArticleDraft
{
    /// <summary>The most images of a post.</summary>
    public const int MaxImages = 500;

    // What is kept of a post names them all, in a row of 1 MiB.
    private const int MaxAddresses = 100_000;

    private readonly IReadOnlyList<ArticlePart> _parts;
    private readonly string _sizes;
    private readonly OutputRoom _room;

    internal ArticleDraft(ImageReference? cover, IReadOnlyList<ArticlePart> parts, string sizes, OutputRoom room)
    {
        Cover = cover;
        _parts = parts;
        _sizes = sizes;
        _room = room;
        var named = parts.Select(p => p.Slot?.Image).Prepend(cover).OfType<ImageReference>().DistinctBy(i => i.Source.Key).ToList();
        var left = MaxAddresses;
        Images = [.. named.Take(MaxImages).TakeWhile(image => (left -= image.Source.Key.Length) >= 0)];
        ImagesBeyond = named[Images.Count..];
    }

    /// <summary>The header image that the front matter names, or null.</summary>
    public ImageReference? Cover { get; }

    /// <summary>
    /// Every image once, the cover first, then in the order of the text; those that can't be fetched included. At most
    /// <see cref="MaxImages"/>, and fewer where their addresses have over 100,000 characters in all.
    /// </summary>
    public IReadOnlyList<ImageReference> Images { get; }

    /// <summary>The images beyond that, which are shown as missing.</summary>
    public IReadOnlyList<ImageReference> ImagesBeyond { get; }

    /// <summary>What was ignored or repaired; it holds nothing back.</summary>
    public IReadOnlyList<Reason> Notes { get => [.. Beyond(), .. field]; internal init; } = [];

    /// <summary>What its links to other posts and to files beside them name, each once.</summary>
    public IReadOnlyList<LinkReference> Links { get; internal init; } = [];

    /// <summary>Plain text, at most 200 characters.</summary>
    public string Excerpt { get; internal init; } = "";

    /// <summary>Words, a CJK character counting as one.</summary>
    public int Words { get; internal init; }

    private IEnumerable<Reason> Beyond()
    {
        if (ImagesBeyond is not [var first, ..])
            yield break;
        yield return new(0, 0, $"Of the post's images the first {Images.Count:N0} are fetched; places are kept for {ImagesBeyond.Count:N0} more, from {Posts.Excerpt.Of(first.Raw, 60)} on.");
    }

    /// <summary>The finished article.</summary>
    /// <param name="outcomes">By <see cref="ImageSource.Key"/>; an image without an outcome is shown as missing.</param>
    /// <exception cref="LimitException">Its images make the page too large.</exception>
    public Article Render(IReadOnlyDictionary<string, ImageOutcome> outcomes) => new ArticleRendering(this, _parts, outcomes, _sizes, _room).Finish();
}
