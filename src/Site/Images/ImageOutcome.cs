namespace Blobpress.Site.Images;

/// <summary>What became of an image that a post shows.</summary>
public abstract record ImageOutcome
{
    private ImageOutcome()
    {
    }

    /// <summary>The image is on the site.</summary>
    public sealed record Ready(EncodedImage Image) : ImageOutcome;

    /// <summary>The image could not be had; the page shows a placeholder of its size.</summary>
    /// <param name="Reason">One sentence: which rule, answer or fault stood in the way.</param>
    /// <param name="LastGood">An earlier copy that is shown instead, or null.</param>
    public sealed record Missing(string Reason, EncodedImage? LastGood = null) : ImageOutcome;
}
