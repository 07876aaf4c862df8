using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Listing;

/// <summary>One listing publisher at a time: it saves work. Were the lease lost unnoticed, ETags still keep the outcome right.</summary>
internal sealed class ListingLease(BlobContainerClient state, PublishingOptions options, TimeProvider clock)
{
    private readonly BlobClient _blob = state.GetBlobClient("locks/listing");

    /// <summary>The lease; null where another publisher holds it.</summary>
    public async Task<HeldLease?> TryAcquireAsync(CancellationToken cancel)
    {
        var lease = _blob.GetBlobLeaseClient();
        for (var created = false; ; created = true)
        {
            try
            {
                var asked = clock.GetUtcNow();
                await lease.AcquireAsync(options.Lease, cancellationToken: cancel).ConfigureAwait(false);
                return new(lease, options.Lease / 3, asked, clock);
            }
            catch (RequestFailedException error) when (error.Status == 404 && !created)
            {
                await CreateAsync(cancel).ConfigureAwait(false);
            }
            catch (RequestFailedException error) when (error.Status == 409)
            {
                return null;
            }
        }
    }

    /// <summary>True while anybody holds it.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken cancel)
    {
        try
        {
            return (await _blob.GetPropertiesAsync(cancellationToken: cancel).ConfigureAwait(false)).Value.LeaseState == LeaseState.Leased;
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return false;
        }
    }

    /// <summary>Ends whatever lease there is, where nobody else can be at work: after a crash of the only host.</summary>
    public async Task BreakAsync(CancellationToken cancel)
    {
        try
        {
            await _blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            // There was none.
        }
    }

    private async Task CreateAsync(CancellationToken cancel)
    {
        try
        {
            await _blob.UploadAsync(BinaryData.FromString(""), overwrite: false, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            // Another publisher made it.
        }
    }
}

/// <summary>A lease that is held.</summary>
internal sealed class HeldLease(BlobLeaseClient lease, TimeSpan renewAfter, DateTimeOffset asked, TimeProvider clock)
{
    private DateTimeOffset _asked = asked;

    /// <summary>
    /// Before each write: holds the lease for another full term where a third of it is over, so that a write that begins now
    /// and takes no longer than the other two thirds is done while nobody else writes.
    /// </summary>
    /// <exception cref="LeaseLostException">Whoever has it now does the work.</exception>
    public async Task EnsureAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now - _asked < renewAfter)
        {
            return;
        }

        try
        {
            await lease.RenewAsync(cancellationToken: cancel).ConfigureAwait(false);
            _asked = now;
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            throw new LeaseLostException(error);
        }
    }

    /// <summary>Gives it back; a lease that can't be given back runs out by itself.</summary>
    public async Task ReleaseAsync()
    {
        try
        {
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None).ConfigureAwait(false);
        }
        catch (RequestFailedException)
        {
            // It runs out in time, and what is left to do is noted in the pending rows.
        }
    }
}

/// <summary>The listing publisher's lease ran out and another has it now, or had it since.</summary>
internal sealed class LeaseLostException(Exception cause) : Exception("The lease of the listing publisher was lost.", cause);
