namespace Blobpress.Publishing.Sweeping;

/// <summary>What the thorough sweep finds and that should never be: left by crashes, lost leases, hands or mistakes of ours.</summary>
public enum Violation
{
    /// <summary>A file of the site that should be there is missing.</summary>
    LostFile,

    /// <summary>A file of an image that should be there is missing.</summary>
    LostVariant,

    /// <summary>A post is published, and a list does not have it.</summary>
    UnlistedPost,

    /// <summary>A list has a post that is not to be in it.</summary>
    StrayRow,

    /// <summary>A page's place in the index is left that has no entries of its own any more.</summary>
    StrayNode,

    /// <summary>A page of a list was to be written, and nobody did.</summary>
    StrayMark,

    /// <summary>A URL is claimed by a post that does not want it.</summary>
    StrayClaim,

    /// <summary>Links of a post are noted to name what they don't.</summary>
    StrayLink,

    /// <summary>A time is noted for a post that is gone.</summary>
    StrayDue,

    /// <summary>An image is noted as shown by a post that does not show it.</summary>
    StrayUse,

    /// <summary>Nothing shows an image, and nobody would have collected it.</summary>
    StrayImage,

    /// <summary>A copy of an image is noted that neither the image nor a page has.</summary>
    StrayCopy,

    /// <summary>A file that nothing accounts for, in the site or beside it.</summary>
    StrayFile,
}
