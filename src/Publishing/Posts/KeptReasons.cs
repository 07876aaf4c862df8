using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Posts;

/// <summary>What is kept of the reasons and notes of a post, in a record's row of 1 MiB and for its author to read.</summary>
internal static class KeptReasons
{
    private const int Most = 200;
    private const int Longest = 500;

    /// <summary>The first 200, each cut after 500 characters; where there were more, the last one tells how many.</summary>
    public static IReadOnlyList<Reason> Of(IReadOnlyList<Reason> reasons)
    {
        var kept = reasons.Take(Most).Select(reason => reason with { Message = Cut(reason.Message) });
        return reasons.Count <= Most ? [.. kept] : [.. kept, new(0, 0, $"There are {reasons.Count - Most:N0} more notes.")];
    }

    // Not between the halves of a surrogate pair.
    private static string Cut(string message) => message.Length <= Longest ? message
        : message[..(char.IsHighSurrogate(message[Longest - 1]) ? Longest - 1 : Longest)] + "…";
}
