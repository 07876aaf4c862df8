using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Site.Posts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Blobpress.Local.Preview;

/// <summary>
/// Answers requests from a container as Azure's static-website endpoint does: names are case-sensitive, <c>/x/</c> and <c>/x</c>
/// give <c>x/index.html</c> (the latter without a redirect), what is missing gives <c>404.html</c> with status 404, and
/// blobs come with their own headers. Conditional requests, HEAD and ranges are answered (RFC 9110).
/// </summary>
/// <param name="site">The container, read only.</param>
internal sealed class StaticWebsite(BlobContainerClient site)
{
    private const string IndexDocument = "index.html";

    private const string NotFoundDocument = "404.html";

    public async Task AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        foreach (var name in Candidates(RequestedName(context)).Where(name => SourceName.Problem(name) is null))
        {
            if (await FindAsync(name, context.RequestAborted) is { } blob)
            {
                await ServeAsync(blob, context);
                return;
            }
        }

        await ServeNotFoundAsync(context);
    }

    // Decoded once, and then a name like any other: what no client of the storage reaches under this very spelling, such as one
    // with dots for a segment, is not looked for. The raw target: the decoded path keeps %2F, which can't be told from a name that holds these three characters.
    private static string RequestedName(HttpContext context)
    {
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        return Uri.UnescapeDataString(path)[1..];
    }

    private static string[] Candidates(string name) =>
        name.Length == 0 || name.EndsWith('/') ? [name + IndexDocument] : [name, name + "/" + IndexDocument];

    private static async Task ServeAsync(SiteFile file, HttpContext context)
    {
        await using (file.Content)
        {
            SetHeaders(file.Details, context.Response);
            var etag = EntityTagHeaderValue.Parse(file.Details.ETag.ToString("H"));
            var details = file.Details;
            await TypedResults
                .Stream(file.Content, details.ContentType, fileDownloadName: null, details.LastModified, etag, enableRangeProcessing: true)
                .ExecuteAsync(context);
        }
    }

    private async Task ServeNotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        if (await FindAsync(NotFoundDocument, context.RequestAborted) is not { } file)
        {
            return;
        }

        await using (file.Content)
        {
            SetHeaders(file.Details, context.Response);
            context.Response.ContentType = file.Details.ContentType;
            context.Response.ContentLength = file.Content.Length;
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await file.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
            }
        }
    }

    private static void SetHeaders(BlobDownloadDetails blob, HttpResponse response)
    {
        response.Headers.CacheControl = blob.CacheControl;
        response.Headers.ContentEncoding = blob.ContentEncoding;
        response.Headers.ContentLanguage = blob.ContentLanguage;
        response.Headers.ContentDisposition = blob.ContentDisposition;
    }

    private async Task<SiteFile?> FindAsync(string name, CancellationToken cancel)
    {
        try
        {
            return await SiteFile.OpenAsync(site.GetBlobClient(name), cancel);
        }
        catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest)
        {
            return null; // 400: a name that no blob can have.
        }
    }
}
