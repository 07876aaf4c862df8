namespace Blobpress.StorageDouble.Wire;

/// <summary>The three services of a storage account that the double has.</summary>
public enum StorageService
{
    /// <summary>Blob storage.</summary>
    Blob,

    /// <summary>Queue storage.</summary>
    Queue,

    /// <summary>Table storage.</summary>
    Table,
}
