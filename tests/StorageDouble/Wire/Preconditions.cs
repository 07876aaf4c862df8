using System.Globalization;

namespace Blobpress.StorageDouble.Wire;

/// <summary>
/// The conditional headers of the blob service, RFC 7232 as Azure bends it ("Specifying conditional headers for Blob
/// service operations"): If-None-Match: * makes no sense to a read; on Put Blob and Put Block List it answers 409
/// BlobAlreadyExists, which their class sees to.
/// </summary>
internal static class Preconditions
{
    /// <summary>Checks a read. Returns true where the answer is 304.</summary>
    public static bool IsNotModified(StorageRequest request, string etag, DateTimeOffset modified)
    {
        if (request.Headers["If-None-Match"] == "*")
        {
            throw StorageError.UnsatisfiableCondition.Raise();
        }

        Require(MeetsIfMatch(request, etag) && MeetsUnmodifiedSince(request, modified));
        // Of the two that can make it 304, one that is met outweighs one that is not.
        var isOther = request.Headers.Contains("If-None-Match") ? MeetsIfNoneMatch(request, etag) : (bool?)null;
        var isNewer = request.Headers.Contains("If-Modified-Since") ? MeetsModifiedSince(request, modified) : (bool?)null;
        return isOther != true && isNewer != true && (isOther ?? isNewer) == false;
    }

    /// <summary>Checks a write; a null ETag stands for a blob that is not there.</summary>
    public static void CheckWrite(StorageRequest request, string? etag, DateTimeOffset modified)
    {
        if (etag is null)
        {
            Require(!request.Headers.Contains("If-Match"));
            return;
        }

        Require(MeetsIfMatch(request, etag) && MeetsIfNoneMatch(request, etag));
        Require(MeetsModifiedSince(request, modified) && MeetsUnmodifiedSince(request, modified));
    }

    private static bool MeetsIfMatch(StorageRequest request, string etag) =>
        request.Headers["If-Match"] is not { } wanted || Matches(wanted, etag);

    private static bool MeetsIfNoneMatch(StorageRequest request, string etag) =>
        request.Headers["If-None-Match"] is not { } unwanted || !Matches(unwanted, etag);

    private static bool MeetsModifiedSince(StorageRequest request, DateTimeOffset modified) =>
        ReadTime(request, "If-Modified-Since") is not { } time || Seconds(modified) > Seconds(time);

    private static bool MeetsUnmodifiedSince(StorageRequest request, DateTimeOffset modified) =>
        ReadTime(request, "If-Unmodified-Since") is not { } time || Seconds(modified) <= Seconds(time);

    // Some clients send the ETag without its quotes; Azure takes both.
    private static bool Matches(string wanted, string etag) => wanted == "*" || wanted.Trim('"') == etag.Trim('"');

    private static DateTimeOffset? ReadTime(StorageRequest request, string header) =>
        request.Headers[header] is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    // Last-Modified has whole seconds, and so has the comparison.
    private static long Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds();

    private static void Require(bool met)
    {
        if (!met)
        {
            throw StorageError.ConditionNotMet.Raise();
        }
    }
}
