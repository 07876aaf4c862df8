namespace Blobpress.Site.Html.Scripts;

/// <summary>
/// How much script the text of one post may run, in steps (statements and calls, as Jint counts them; some 2,500 take a millisecond). It is
/// counted and not timed, so that a page is the same on every machine.
/// </summary>
internal sealed class ScriptBudget
{
    /// <summary>For one piece: a formula, a block of code. Some 200 ms.</summary>
    public const long MostOfPiece = 500_000;

    /// <summary>For all of a post: some two seconds.</summary>
    public const long MostOfPost = 5_000_000;

    /// <summary>What the post has left.</summary>
    public long Left { get; private set; } = MostOfPost;

    /// <summary>What the next piece may take.</summary>
    public long Piece => Math.Min(MostOfPiece, Left);

    /// <summary>Takes what a piece took.</summary>
    public void Spend(long steps) => Left = Math.Max(0, Left - steps);
}
