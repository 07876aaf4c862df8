using System.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>
/// Bounds what a text grows to on its way to a page. A short text can ask for much: by references to one long address, by
/// formatting that every paragraph opens again, by one image shown a thousand times.
/// </summary>
internal sealed class OutputLimit
{
    private const int Times = 8;
    private const int Extra = 256 * 1024;

    // What is made on the way holds what later steps take out again.
    private const int StageTimes = 16;
    private const int StageExtra = 1024 * 1024;

    private readonly string _message;
    private long _left;

    private OutputLimit(long most, string message) => (_left, _message) = (most, message);

    /// <summary>What there may still be.</summary>
    public OutputRoom Room => new(_left, _message);

    /// <summary>Of the HTML that a body becomes: eight times its own bytes and 256 KB.</summary>
    public static OutputLimit OfBody(string body) =>
        new((Times * (long)Encoding.UTF8.GetByteCount(body)) + Extra, $"The text becomes too much HTML: {Times} times its own size and {Extra / 1024} KB is the most.");

    /// <summary>Of what is made on the way there, by characters.</summary>
    public static OutputLimit OfStage(string body) =>
        new((StageTimes * (long)body.Length) + StageExtra, $"The text becomes too much HTML: {StageTimes} times its own size and {StageExtra / 1024} KB is the most, before what can't stay on a page is taken out.");

    /// <summary>Counts what was made.</summary>
    /// <exception cref="LimitException">It is more than may be made.</exception>
    public void Spend(long made)
    {
        _left -= made;
        if (_left < 0)
            throw Exceeded();
    }

    /// <summary>Counts a text, in bytes of UTF-8.</summary>
    /// <exception cref="LimitException">It is more than may be made.</exception>
    public void Spend(string text) => Spend(Encoding.UTF8.GetByteCount(text));

    /// <summary>Looks whether there is room for what is being made; nothing is counted.</summary>
    /// <exception cref="LimitException">There is none.</exception>
    public void Check(long making)
    {
        if (making > _left)
            throw Exceeded();
    }

    private LimitException Exceeded() => Room.Exceeded();
}

/// <summary>How much there may still be of a page.</summary>
/// <param name="Bytes">Of UTF-8.</param>
/// <param name="Message">What to say to the author of one with more.</param>
internal readonly record struct OutputRoom(long Bytes, string Message)
{
    /// <summary>What to throw where there is more.</summary>
    public LimitException Exceeded() => new(Message);
}
