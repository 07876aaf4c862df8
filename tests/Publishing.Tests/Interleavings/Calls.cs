using Blobpress.StorageDouble.Tracing;

namespace Blobpress.Publishing.Tests.Interleavings;

/// <summary>Requests at which a process is held.</summary>
internal static class Calls
{
    /// <summary>A request of a kind about a path that contains something.</summary>
    public static Func<StorageCall, bool> Of(OperationKind kind, string part) => call => call.Kind == kind && call.Path.Contains(part, StringComparison.Ordinal);

    /// <summary>The writing of a file of the site.</summary>
    public static Func<StorageCall, bool> Writing(string file) => Of(OperationKind.PutBlob, "/$web/" + file);
}
