namespace Blobpress.Publishing.Diagnostics;

/// <summary>What one hour may cost before it is taken for a runaway loop; for all instances together.</summary>
public sealed record GuardOptions
{
    /// <summary>Invocations of functions in an hour of the clock (UTC).</summary>
    public long InvocationsPerHour { get; init; } = 100_000;

    /// <summary>Bytes to and from storage in an hour.</summary>
    public long BytesPerHour { get; init; } = 50_000_000_000;
}
