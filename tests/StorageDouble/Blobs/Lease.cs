namespace Blobpress.StorageDouble.Blobs;

/// <summary>
/// One blob's lease. The outcomes are those of the tables in "Lease Blob" of the REST reference; time is the
/// account's clock.
/// </summary>
internal sealed class Lease
{
    private TimeSpan? duration;
    private DateTimeOffset expires;
    private DateTimeOffset? breaks;

    public string? Id { get; private set; }

    public bool IsInfinite => duration is null;

    public LeaseState StateAt(DateTimeOffset now) => this switch
    {
        { Id: null } => LeaseState.Available,
        { breaks: { } end } => now < end ? LeaseState.Breaking : LeaseState.Broken,
        { duration: null } => LeaseState.Leased,
        _ => now < expires ? LeaseState.Leased : LeaseState.Expired,
    };

    public void Acquire(string id, TimeSpan? wanted, DateTimeOffset now)
    {
        var state = StateAt(now);
        if (state == LeaseState.Breaking && IsHeldBy(id))
        {
            throw BlobErrors.LeaseIsBreakingAndCannotBeAcquired.Raise();
        }

        if (state == LeaseState.Breaking || (state == LeaseState.Leased && !IsHeldBy(id)))
        {
            throw BlobErrors.LeaseAlreadyPresent.Raise();
        }

        Id = id;
        duration = wanted;
        breaks = null;
        expires = now + (wanted ?? TimeSpan.Zero);
    }

    public void Renew(string id, DateTimeOffset now)
    {
        RequireHolder(id);
        if (breaks is not null)
        {
            throw BlobErrors.LeaseIsBrokenAndCannotBeRenewed.Raise();
        }

        expires = now + (duration ?? TimeSpan.Zero);
    }

    public void Change(string id, string proposed, DateTimeOffset now)
    {
        var state = StateAt(now);
        if (state is LeaseState.Available or LeaseState.Broken or LeaseState.Expired)
        {
            throw BlobErrors.LeaseNotPresentWithLeaseOperation.Raise();
        }

        if (!IsHeldBy(id) && !IsHeldBy(proposed))
        {
            throw BlobErrors.LeaseIdMismatchWithLeaseOperation.Raise();
        }

        if (state == LeaseState.Breaking)
        {
            throw BlobErrors.LeaseIsBreakingAndCannotBeChanged.Raise();
        }

        Id = proposed;
    }

    public void Release(string id)
    {
        RequireHolder(id);
        Reset();
    }

    /// <summary>Breaks the lease; returns how long it still keeps others away.</summary>
    public TimeSpan Break(TimeSpan? period, DateTimeOffset now)
    {
        var state = StateAt(now);
        if (state == LeaseState.Available)
        {
            throw BlobErrors.LeaseNotPresentWithLeaseOperation.Raise();
        }

        var left = state switch
        {
            LeaseState.Leased => IsInfinite ? period ?? TimeSpan.Zero : Shorter(period, expires - now),
            LeaseState.Breaking => Shorter(period, breaks!.Value - now),
            _ => TimeSpan.Zero,
        };
        breaks = now + left;
        return left;
    }

    /// <summary>Checks the lease condition of a write. A write past an expired or broken lease ends that lease.</summary>
    public void CheckWrite(string? id, DateTimeOffset now)
    {
        CheckRead(id, now);
        if (id is null && StateAt(now) is LeaseState.Leased or LeaseState.Breaking)
        {
            throw BlobErrors.LeaseIdMissing.Raise();
        }
    }

    /// <summary>Checks the lease condition of a read: only a lease ID that is given can fail it.</summary>
    public void CheckRead(string? id, DateTimeOffset now)
    {
        if (id is null)
        {
            return;
        }

        var error = StateAt(now) switch
        {
            LeaseState.Available => BlobErrors.LeaseNotPresentWithBlobOperation,
            LeaseState.Leased or LeaseState.Breaking => IsHeldBy(id) ? null : BlobErrors.LeaseIdMismatchWithBlobOperation,
            _ => IsHeldBy(id) ? BlobErrors.LeaseLost : BlobErrors.LeaseIdMismatchWithBlobOperation,
        };
        if (error is not null)
        {
            throw error.Raise();
        }
    }

    /// <summary>Called once the blob was written: its old holder can no longer renew.</summary>
    public void Written(DateTimeOffset now)
    {
        if (StateAt(now) is LeaseState.Broken or LeaseState.Expired)
        {
            Reset();
        }
    }

    private static TimeSpan Shorter(TimeSpan? period, TimeSpan left) => period is { } wanted && wanted < left ? wanted : left;

    private bool IsHeldBy(string id) => string.Equals(Id, id, StringComparison.OrdinalIgnoreCase);

    private void RequireHolder(string id)
    {
        if (!IsHeldBy(id))
        {
            throw BlobErrors.LeaseIdMismatchWithLeaseOperation.Raise();
        }
    }

    private void Reset()
    {
        Id = null;
        duration = null;
        breaks = null;
    }
}
