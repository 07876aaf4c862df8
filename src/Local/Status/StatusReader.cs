using Azure;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Receipts;
using Microsoft.AspNetCore.Http;

namespace Blobpress.Local.Status;

/// <summary>Answers <c>/_status</c>: what became of each upload, from the receipts.</summary>
/// <param name="receipts">What the publishers left for the authors.</param>
public sealed class StatusReader(ReceiptStore receipts)
{
    // Receipts looked at for one page, in the order of names: a page of storage's listing holds 5000.
    private const int MostReceipts = 50_000;
    private const int AtOnce = 16;

    // First what someone has to do something about.
    private static readonly IReadOnlyList<Section> Sections =
    [
        new("Rejected", 100, head => head.Outcome == PublishOutcome.Rejected),
        new("Images missing", 100, head => head.Missing > 0),
        new("Scheduled", 50, head => head.Outcome == PublishOutcome.Scheduled),
        new("Drafts", 50, head => head.Outcome == PublishOutcome.Draft),
        new("Not published", 20, head => head.Outcome == PublishOutcome.Unchanged),
        new("Published", 50, head => head.Outcome == PublishOutcome.Published),
        new("Removed", 20, _ => true),
    ];

    /// <summary>Answers a request for the page.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        var page = StatusPage.Render(await ReadAsync(context.RequestAborted));
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.WriteAsync(page, context.RequestAborted);
        }
    }

    /// <summary>The receipts that the page shows: of each section the latest, as many as it has room for.</summary>
    public async Task<SiteStatus> ReadAsync(CancellationToken cancel)
    {
        var heads = await ListAsync(cancel);
        var bySection = heads.Take(MostReceipts).ToLookup(head => Sections.First(section => section.Takes(head)));
        var groups = new List<StatusGroup>();
        foreach (var section in Sections.Where(bySection.Contains))
        {
            var latest = bySection[section].OrderByDescending(head => head.Written).Take(section.Most).ToList();
            groups.Add(new(section.Heading, bySection[section].Count(), await ReadAsync(latest, cancel)));
        }

        return new(groups, heads.Count > MostReceipts ? MostReceipts : null);
    }

    private async Task<IReadOnlyList<Receipt>> ReadAsync(List<ReceiptHead> heads, CancellationToken cancel)
    {
        var read = new Receipt?[heads.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForAsync(0, heads.Count, options, async (at, stop) => read[at] = await receipts.ReadAsync(heads[at], stop));
        return [.. read.OfType<Receipt>()];
    }

    private async Task<List<ReceiptHead>> ListAsync(CancellationToken cancel)
    {
        var heads = new List<ReceiptHead>();
        try
        {
            await foreach (var head in receipts.ListAsync(cancel))
            {
                heads.Add(head);
                if (heads.Count > MostReceipts)
                {
                    break;
                }
            }
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // The container is not made yet: the host has just begun.
        }

        return heads;
    }

    private sealed record Section(string Heading, int Most, Func<ReceiptHead, bool> Takes);
}
