namespace Blobpress.StorageDouble.Tracing;

/// <summary>A request that has been dealt with.</summary>
/// <param name="Call">What was asked.</param>
/// <param name="Status">The status the service answered, or 0 where it was never reached.</param>
/// <param name="BytesSent">Bytes in the request's body.</param>
/// <param name="BytesReceived">Bytes in the answer's body.</param>
/// <param name="Fault">The fault that befell it, or null.</param>
public sealed record TracedRequest(StorageCall Call, int Status, long BytesSent, long BytesReceived, Simulation.Fault? Fault)
{
    /// <inheritdoc/>
    public override string ToString() => Fault is null ? $"{Call} -> {Status}" : $"{Call} -> {Status} ({Fault})";
}
