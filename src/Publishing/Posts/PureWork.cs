using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Posts;

/// <summary>What is worked out of one post's text: whatever goes wrong in it is this post's fault, and holds up no other.</summary>
internal static class PureWork
{
    /// <summary>Works it out; or the reason why it can't be, for the post's author.</summary>
    /// <exception cref="OperationCanceledException">The run ends.</exception>
    public static (T? Made, Reason? Fault) Try<T>(Func<T> work)
        where T : class
    {
        try
        {
            return (work(), null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // No kind is excepted: a parser can throw anything, and a fault that is thrown on would end the whole run at each start.
            return (null, new(0, 0, $"The post could not be processed: {fault.GetType().Name}: {fault.Message}"));
        }
    }
}
