using Azure;

namespace Blobpress.StorageDouble.Tests.Conformance;

/// <summary>Expects a refusal by status and error code.</summary>
internal static class Refusal
{
    public static async Task ExpectAsync(int status, string? code, Func<Task> action)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(action);
        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
    }
}
