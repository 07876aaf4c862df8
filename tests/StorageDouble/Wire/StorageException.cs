namespace Blobpress.StorageDouble.Wire;

/// <summary>A service refuses a request.</summary>
internal sealed class StorageException(StorageError error) : Exception(error.Message)
{
    public StorageError Error { get; } = error;
}
