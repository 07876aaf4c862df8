using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;

namespace Blobpress.Publishing.Sweeping;

/// <summary>What records say should be there; and what of it was found.</summary>
internal sealed class ExpectedParts
{
    /// <summary>Names of sources that have a record.</summary>
    public NameSet Names { get; } = new();

    /// <summary>Files of the site.</summary>
    public NameSet Files { get; } = new();

    /// <summary>Rows of lists, as <see cref="Row"/> spells them.</summary>
    public NameSet Rows { get; } = new();

    /// <summary>Which post shows which image, as <see cref="Use"/> spells it.</summary>
    public NameSet Uses { get; } = new();

    /// <summary>Which post's links name what, as <see cref="Use"/> spells it.</summary>
    public NameSet Links { get; } = new();

    /// <summary>Hashes of the copies of images that pages show.</summary>
    public NameSet Copies { get; } = new();

    /// <summary>Contents and originals, as blob names.</summary>
    public NameSet Kept { get; } = new();

    /// <summary>Keys of images that are to be collected, and of copies that were replaced, at a time that is noted.</summary>
    public NameSet Leaving { get; } = new();

    /// <summary>How many of <see cref="Rows"/> were met.</summary>
    public int RowsFound { get; set; }

    public static string Row(IndexPartition partition, string key) => partition.Name + "\n" + key;

    public static string Use(string imageId, string post) => imageId + "\n" + post;

    /// <summary>Adds a content or an original, where there is one.</summary>
    public void Keep(string? blob)
    {
        if (blob is not null)
        {
            Kept.Add(blob);
        }
    }

    /// <summary>Adds all that a post has or may have.</summary>
    public void Add(PostState state)
    {
        var everything = state.Everything;
        Names.Add(state.Name);
        everything.Contents.Select(content => content.Name).ToList().ForEach(Kept.Add);
        everything.Images.Select(image => Use(ImageRecords.Id(image), state.Name)).ToList().ForEach(Uses.Add);
        everything.Links.Select(key => Use(key, state.Name)).ToList().ForEach(Links.Add);
        foreach (var live in new[] { state.Record?.Live, state.Indexed?.Live }.OfType<LivePost>())
        {
            live.Images.Select(image => image.Hash).OfType<string>().ToList().ForEach(Copies.Add);
        }

        RowsOf(state).ToList().ForEach(Rows.Add);
    }

    /// <summary>The rows that a post's record asks for.</summary>
    public static IEnumerable<string> RowsOf(PostState state) => PlacesOf(state).Select(place => Row(place.Partition, place.Key));

    /// <summary>The same as partitions and keys.</summary>
    public static IEnumerable<(IndexPartition Partition, string Key)> PlacesOf(PostState state)
    {
        var footprint = state.Record?.Live?.Footprint ?? Footprint.Empty;
        return
        [
            .. footprint.Rows.Select(row => (IndexPartition.Posts(row.List, 1), row.Key)),
            .. footprint.Rows.Where(row => row.List == Site.Listings.ListKey.All).Select(row => (IndexPartition.Sitemap, row.Key)),
            .. footprint.Pages.Select(key => (IndexPartition.Sitemap, key)),
            .. footprint.Leading.Select(key => (IndexPartition.Sticky, key)),
        ];
    }
}
