using Azure.Storage.Blobs;

namespace Blobpress.Local.Keeping;

/// <summary>Lies in the storage while a host is at work there, so that the next start knows whether the last run ended well.</summary>
internal sealed class UnfinishedMark(BlobContainerClient state)
{
    private readonly BlobClient _blob = state.GetBlobClient("locks/local-host");

    /// <summary>Sets the mark.</summary>
    /// <returns>True where an earlier run has left it: that one was stopped in the midst of its work.</returns>
    public async Task<bool> SetAsync(CancellationToken cancel)
    {
        var left = await _blob.ExistsAsync(cancel);
        if (!left)
        {
            await _blob.UploadAsync(BinaryData.FromString(""), overwrite: true, cancel);
        }

        return left;
    }

    /// <summary>All work is done.</summary>
    public Task ClearAsync() => _blob.DeleteIfExistsAsync(cancellationToken: CancellationToken.None);
}
