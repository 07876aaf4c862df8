using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Blobpress.Local.Preview;

/// <summary>
/// Lets requests through that were meant for this machine. A page from elsewhere can have a browser ask a name of its own that
/// resolves to 127.0.0.1 (DNS rebinding) and read the answer; but it can't have it send another Host.
/// </summary>
internal static class LocalRequests
{
    /// <summary>Answers 421 to a Host that is not loopback (RFC 9110, 15.5.20), 400 to a target that is no path of this server (RFC 9112, 3.2).</summary>
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        if (!IsLoopback(context.Request.Host))
        {
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "This server answers to localhost and its addresses alone.");
        }
        else if (!context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.StartsWith('/'))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "The request's target is no path.");
        }
        else
        {
            await next(context);
        }
    }

    private static bool IsLoopback(HostString host) =>
        host.HasValue
        && (host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address)));

    private static Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(sentence + "\n", context.RequestAborted);
    }
}
