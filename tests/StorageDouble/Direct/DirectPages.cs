using Azure;

namespace Blobpress.StorageDouble.Direct;

/// <summary>Values that come page by page, each page when somebody asks for it.</summary>
/// <param name="read">Reads the page after a mark, null for the first, of the size that is wanted, if any; it answers with the next mark, null at the end.</param>
internal sealed class DirectPages<T>(Func<object?, int?, Task<(IReadOnlyList<T> Values, object? Next, Response Raw)>> read) : AsyncPageable<T>
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        for (object? mark = continuationToken; ;)
        {
            var (values, next, raw) = await read(mark, pageSizeHint).ConfigureAwait(false);
            yield return Page<T>.FromValues(values, next?.ToString(), raw);
            if (next is null)
            {
                yield break;
            }

            mark = next;
        }
    }
}
