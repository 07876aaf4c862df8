using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Sites;

/// <summary>The one entry for messages of the publish queue: a name to publish, or a step of a comparison that asks for names.</summary>
public sealed class MessagePublisher
{
    private readonly SourcePublisher _sources;
    private readonly Restyling _restyling;
    private readonly Relinking _relinking;

    internal MessagePublisher(StorageAccount account, SiteStore sites, SourcePublisher sources)
    {
        _sources = sources;
        _restyling = new(account, sites);
        _relinking = new(account);
    }

    /// <summary>Does what a message asks for; to do it twice is to do it once.</summary>
    /// <returns>What became of the name in it; null where there is none.</returns>
    /// <exception cref="FormatException">It is no such message; the sentence says what is wrong.</exception>
    public async Task<PublishReport?> TakeUpAsync(string message, CancellationToken cancel)
    {
        if (PublishMessage.StepIn(message) is { } step)
        {
            await _restyling.StepAsync(step, cancel).ConfigureAwait(false);
            return null;
        }

        if (PublishMessage.LinksIn(message) is { } links)
        {
            await _relinking.StepAsync(links, cancel).ConfigureAwait(false);
            return null;
        }

        return await _sources.PublishAsync(PublishMessage.NameIn(message), cancel).ConfigureAwait(false);
    }
}
