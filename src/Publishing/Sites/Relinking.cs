using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Sites;

/// <summary>
/// Has the posts published again whose links name what came, moved or went. A message of the publish queue stands for some of them;
/// a message for the next ones goes to the end of the queue. So the work of each step is the same however many link there.
/// </summary>
internal sealed class Relinking(StorageAccount account)
{
    private const int PostsAtOnce = 200;

    private readonly LinkIndex _links = new(account.Lists);

    /// <summary>Begins where any post names it.</summary>
    public async Task BeginAsync(string key, CancellationToken cancel)
    {
        if ((await _links.UsesAsync(key, null, 1, cancel).ConfigureAwait(false)).Count > 0)
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(new RelinkingStep(key, null)), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Asks for the posts of one step. To do it again asks for the same posts again, which then are up to date.</summary>
    public async Task StepAsync(RelinkingStep step, CancellationToken cancel)
    {
        var posts = await _links.UsesAsync(step.Key, step.After, PostsAtOnce, cancel).ConfigureAwait(false);
        foreach (var post in posts)
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(post), cancel).ConfigureAwait(false);
        }

        if (posts.Count == PostsAtOnce)
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(step with { After = posts[^1] }), cancel).ConfigureAwait(false);
        }
    }
}
