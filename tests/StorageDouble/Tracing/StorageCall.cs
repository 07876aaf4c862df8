using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tracing;

/// <summary>A request that is about to be performed, as a fault policy or a scheduler's choice sees it.</summary>
/// <param name="Process">The name of the connection that sent it.</param>
/// <param name="Service">The service it goes to.</param>
/// <param name="Kind">The operation it asks for.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, percent-decoded, without the host and the query.</param>
public sealed record StorageCall(string Process, StorageService Service, OperationKind Kind, string Method, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Process}: {Kind} {Method} {Path}";
}
