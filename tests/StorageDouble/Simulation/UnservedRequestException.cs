namespace Blobpress.StorageDouble.Simulation;

/// <summary>The double was asked for an operation it does not have. A mistake in the test, never an answer.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="uri">The address with its query.</param>
public sealed class UnservedRequestException(string method, string uri)
    : NotSupportedException($"The storage double does not serve {method} {uri}.");
